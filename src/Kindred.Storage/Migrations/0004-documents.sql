-- Documents and their links, who was let in, what they opened and what their browsers sent.
CREATE TABLE document (
    workspace bigint NOT NULL,
    id text NOT NULL,
    position bigint NOT NULL,
    title text NOT NULL,
    type text NOT NULL,
    created_at text NOT NULL,
    removed_at text,
    PRIMARY KEY (workspace, id)
);

CREATE TABLE document_version (
    workspace bigint NOT NULL,
    document text NOT NULL,
    version bigint NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (workspace, document, version)
);

CREATE TABLE share_link (
    workspace bigint NOT NULL,
    id text NOT NULL,
    position bigint NOT NULL,
    token text NOT NULL,
    document text NOT NULL,
    options text NOT NULL,
    password text,
    revision bigint NOT NULL,
    label text NOT NULL,
    recipient text,
    campaign text,
    created_at text NOT NULL,
    created_by text,
    revoked_at text,
    opens bigint NOT NULL,
    max_opens bigint,
    PRIMARY KEY (workspace, id)
);

CREATE UNIQUE INDEX share_link_token ON share_link (token);

CREATE TABLE viewer (
    workspace bigint NOT NULL,
    id text NOT NULL,
    link text NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (workspace, id)
);

CREATE TABLE document_view (
    workspace bigint NOT NULL,
    id text NOT NULL,
    document text NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (workspace, id)
);

CREATE INDEX document_view_document ON document_view (workspace, document);

-- Acknowledged only after it is committed; the same message never counts twice.
CREATE TABLE view_event (
    workspace bigint NOT NULL,
    source text NOT NULL,
    message text NOT NULL,
    view_id text NOT NULL,
    kind text NOT NULL,
    sequence bigint NOT NULL,
    at_ms bigint NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (workspace, source, message)
);

CREATE INDEX view_event_view ON view_event (workspace, view_id);

CREATE TABLE link_guess (
    workspace bigint NOT NULL,
    id text NOT NULL,
    since text NOT NULL,
    tries bigint NOT NULL,
    PRIMARY KEY (workspace, id)
);

CREATE TABLE link_code (
    workspace bigint NOT NULL,
    position bigint NOT NULL,
    link text NOT NULL,
    email text NOT NULL,
    hash text NOT NULL,
    sent_at text NOT NULL,
    tries bigint NOT NULL,
    used_at text,
    PRIMARY KEY (workspace, position)
);

CREATE INDEX link_code_address ON link_code (workspace, link, email);
