CREATE TABLE ledger_checks (
    id                uuid PRIMARY KEY,
    requested_by      uuid NOT NULL,
    requested_by_name text NOT NULL,
    requested_at      timestamptz NOT NULL,
    job_id            uuid,
    finished_at       timestamptz,
    people            int NOT NULL,
    entries           bigint NOT NULL,
    fault_count       int NOT NULL
);
CREATE INDEX ledger_checks_newest ON ledger_checks (requested_at DESC);
-- Two people who press at once wait for one reading, not for two.
CREATE UNIQUE INDEX ledger_checks_one_running ON ledger_checks ((true)) WHERE finished_at IS NULL;

CREATE TABLE ledger_faults (
    check_id    uuid NOT NULL REFERENCES ledger_checks (id),
    position    int NOT NULL,
    employee_id uuid NOT NULL,
    sequence    int NOT NULL,
    kind        text NOT NULL,
    PRIMARY KEY (check_id, position)
);
