-- Packages of everything held on one person, for that person alone; thrown away when they expire.
CREATE TABLE own_data_exports (
    id           uuid PRIMARY KEY,
    account_id   uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    job_id       uuid NOT NULL,
    requested_at timestamptz NOT NULL,
    ready_at     timestamptz,
    expires_at   timestamptz NOT NULL,
    size         bigint NOT NULL,
    content      bytea
);
CREATE INDEX own_data_exports_account ON own_data_exports (account_id, requested_at DESC);
