-- One text for both databases; a line that begins with "--sqlite:" or "--postgres:" belongs to that database alone.
CREATE TABLE workspace (
    id bigint NOT NULL PRIMARY KEY,
    name text NOT NULL UNIQUE,
    created_at text NOT NULL
);

CREATE TABLE import (
    workspace bigint NOT NULL,
    id bigint NOT NULL,
    state text NOT NULL CHECK (state IN ('staging', 'active', 'undone')),
    file_name text NOT NULL,
    sheet text NOT NULL,
    sha256 text NOT NULL,
    bytes bigint NOT NULL,
    kind text NOT NULL,
    columns text NOT NULL,
    accepted bigint NOT NULL,
    rejected bigint NOT NULL,
    last_line bigint NOT NULL,
    complete bigint NOT NULL,
    started_at text NOT NULL,
    changed_at text NOT NULL,
    PRIMARY KEY (workspace, id),
    UNIQUE (workspace, sha256, sheet)
);

-- A row of a file, stored once and wide: a JSON array with one value a column.
CREATE TABLE import_row (
    workspace bigint NOT NULL,
    import bigint NOT NULL,
    line bigint NOT NULL,
    payload text NOT NULL,
    PRIMARY KEY (workspace, import, line)
)
--sqlite: WITHOUT ROWID
;

CREATE TABLE import_reject (
    workspace bigint NOT NULL,
    import bigint NOT NULL,
    line bigint NOT NULL,
    code text NOT NULL,
    subject text NOT NULL,
    message_ko text NOT NULL,
    message_en text NOT NULL,
    raw_text text NOT NULL,
    PRIMARY KEY (workspace, import, line)
);
