-- People, sessions, links, the list of workspaces, the audit trail. Times are milliseconds since 1970 (UTC), truth values 0 or 1.
CREATE TABLE site_member (
    id text NOT NULL PRIMARY KEY,
    email text NOT NULL,
    email_key text NOT NULL UNIQUE,
    name text NOT NULL,
    language text NOT NULL CHECK (language IN ('ko', 'en')),
    created_at bigint NOT NULL
);

CREATE TABLE site_credential (
    member text NOT NULL PRIMARY KEY REFERENCES site_member (id),
    password text NOT NULL,
    totp_key text,
    totp_confirmed bigint NOT NULL,
    totp_step bigint NOT NULL
);

CREATE TABLE site_recovery_code (
    member text NOT NULL REFERENCES site_member (id),
    hash text NOT NULL,
    used bigint NOT NULL,
    PRIMARY KEY (member, hash)
);

CREATE TABLE site_session (
    id text NOT NULL PRIMARY KEY,
    token_hash text NOT NULL UNIQUE,
    member text REFERENCES site_member (id),
    device text NOT NULL,
    created_at bigint NOT NULL,
    seen_at bigint NOT NULL
);

CREATE INDEX site_session_member ON site_session (member);

CREATE TABLE site_workspace (
    id text NOT NULL PRIMARY KEY,
    name text NOT NULL,
    folder text NOT NULL UNIQUE,
    is_invented bigint NOT NULL,
    created_at bigint NOT NULL
);

CREATE TABLE site_membership (
    member text NOT NULL REFERENCES site_member (id),
    workspace text NOT NULL REFERENCES site_workspace (id),
    role text NOT NULL CHECK (role IN ('owner', 'analyst', 'sales', 'viewer')),
    PRIMARY KEY (member, workspace)
);

CREATE INDEX site_membership_workspace ON site_membership (workspace);

CREATE TABLE site_link (
    id text NOT NULL PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('open', 'invitation', 'reset')),
    token_hash text NOT NULL UNIQUE,
    created_by text REFERENCES site_member (id),
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint,
    revoked_at bigint,
    workspace text REFERENCES site_workspace (id),
    role text,
    email text,
    member text REFERENCES site_member (id),
    removes_totp bigint NOT NULL
);

CREATE TABLE site_try (
    key text NOT NULL PRIMARY KEY,
    failures bigint NOT NULL,
    last_at bigint NOT NULL,
    wait_until bigint
);

CREATE TABLE site_audit (
    id bigint NOT NULL PRIMARY KEY,
    at bigint NOT NULL,
    actor text NOT NULL CHECK (actor IN ('member', 'visitor', 'terminal', 'unknown')),
    actor_id text NOT NULL,
    actor_name text NOT NULL,
    workspace text REFERENCES site_workspace (id),
    action text NOT NULL,
    subject text NOT NULL,
    detail text NOT NULL,
    about text REFERENCES site_member (id)
);

CREATE INDEX site_audit_workspace ON site_audit (workspace, id);

--sqlite:CREATE TRIGGER site_audit_stays BEFORE UPDATE ON site_audit BEGIN SELECT RAISE(ABORT, 'the audit trail never changes'); END;
--sqlite:CREATE TRIGGER site_audit_keeps BEFORE DELETE ON site_audit BEGIN SELECT RAISE(ABORT, 'the audit trail never changes'); END;
--postgres:CREATE FUNCTION site_audit_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the audit trail never changes'; END $$;
--postgres:CREATE TRIGGER site_audit_stays BEFORE UPDATE OR DELETE ON site_audit FOR EACH ROW EXECUTE FUNCTION site_audit_stays();
