-- Jobs. Times are milliseconds since 1970 (UTC); "number" is the order of asking.
CREATE TABLE site_job (
    id text NOT NULL PRIMARY KEY,
    number bigint NOT NULL UNIQUE,
    workspace text NOT NULL,
    kind text NOT NULL,
    payload text NOT NULL,
    created_by text NOT NULL,
    created_at bigint NOT NULL,
    due_at bigint NOT NULL,
    state text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'refused', 'failed', 'cancelled')),
    fraction double precision NOT NULL,
    where_ko text NOT NULL,
    where_en text NOT NULL,
    counted bigint NOT NULL,
    total bigint,
    reasons text NOT NULL,
    result text,
    reference text,
    started_at bigint,
    ended_at bigint,
    lease_until bigint,
    fence bigint NOT NULL,
    attempts bigint NOT NULL,
    cancel_requested bigint NOT NULL
);

CREATE INDEX site_job_workspace ON site_job (workspace, number);
CREATE INDEX site_job_open ON site_job (due_at, number) WHERE state IN ('queued', 'running');
