-- Who held an office on a day of the past: a certificate may be dated back, and names the signer of its day.
CREATE TABLE past_roles (
    id          uuid PRIMARY KEY,
    account_id  uuid NOT NULL REFERENCES accounts,
    role        text NOT NULL,
    unit_id     uuid,
    assigned_at timestamptz NOT NULL,
    removed_at  timestamptz NOT NULL,
    removed_by  uuid NOT NULL
);
CREATE INDEX past_roles_account ON past_roles (account_id);
CREATE INDEX past_roles_role ON past_roles (role, removed_at);
CALL make_append_only('past_roles');

-- Whoever was shut out since still held their roles before; of those shut out earlier the day is not known.
ALTER TABLE accounts ADD disabled_at timestamptz;
