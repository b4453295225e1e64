-- What the application closes each entry with: a code over the entry's hash by a key that SQL cannot open. The trigger
-- chains whatever is put in, also by hand; only what the ledger itself posted has a seal.
CREATE TABLE ledger_keys (
    id            uuid PRIMARY KEY,
    protected_key bytea NOT NULL,
    created_at    timestamptz NOT NULL
);
CALL make_append_only('ledger_keys');

CREATE TABLE ledger_seals (
    employee_id uuid NOT NULL,
    sequence    int NOT NULL,
    seal        bytea NOT NULL,
    PRIMARY KEY (employee_id, sequence)
);
CALL make_append_only('ledger_seals');
