-- Contents lie in the file store under their hash; whoever uses one refers to it from a table of his own.
CREATE TABLE stored_files (
    hash         text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
    content_type text NOT NULL,
    size         bigint NOT NULL CHECK (size > 0),
    stored_at    timestamptz NOT NULL
);
