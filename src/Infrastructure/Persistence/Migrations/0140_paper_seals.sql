-- The signature of a paper that is printed again when it is asked for. Kept once, for ever.
CREATE TABLE paper_seals (
    kind           text NOT NULL,
    subject_id     uuid NOT NULL,
    paper_hash     bytea NOT NULL,
    file_hash      bytea NOT NULL,
    file_length    bigint NOT NULL,
    signed_at      timestamptz NOT NULL,
    signer         text NOT NULL,
    thumbprint     bytea NOT NULL,
    is_test        boolean NOT NULL,
    timestamped_at timestamptz,
    room           int NOT NULL,
    signature      bytea NOT NULL,
    PRIMARY KEY (kind, subject_id)
);
-- An uploaded file is known by its bytes.
CREATE UNIQUE INDEX paper_seals_file ON paper_seals (file_hash);
-- Whose certificate is it that signed an uploaded file?
CREATE INDEX paper_seals_thumbprint ON paper_seals (thumbprint);
CALL make_append_only('paper_seals');

-- For installations without a certificate of their own; the key is closed with the keys of data protection.
CREATE TABLE signing_test_certificates (
    id            uuid PRIMARY KEY,
    certificate   bytea NOT NULL,
    protected_key bytea NOT NULL,
    created_at    timestamptz NOT NULL
);
