-- A key that somebody else may have: nothing that it signed counts any more, whenever it was signed.
CREATE TABLE credential_key_withdrawals (
    key_id       uuid PRIMARY KEY REFERENCES credential_keys (id),
    withdrawn_at timestamptz NOT NULL,
    reason       text NOT NULL
);
CALL make_append_only('credential_key_withdrawals');

-- Signatures in place of those whose key was withdrawn. The first one stays: papers that were given out carry it.
CREATE TABLE certificate_credential_renewals (
    certificate_id uuid NOT NULL REFERENCES certificate_credentials (certificate_id),
    key_id         uuid NOT NULL REFERENCES credential_keys (id),
    format         text NOT NULL,
    signed_at      timestamptz NOT NULL,
    content_hash   bytea NOT NULL,
    signature      bytea NOT NULL,
    PRIMARY KEY (certificate_id, key_id)
);
CALL make_append_only('certificate_credential_renewals');
