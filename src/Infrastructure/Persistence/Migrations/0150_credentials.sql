-- Keys that sign credentials. The newest one that still opens signs; all of them stay published for what they signed.
CREATE TABLE credential_keys (
    id            uuid PRIMARY KEY,
    public_key    text NOT NULL CONSTRAINT credential_keys_public_key_key UNIQUE,
    protected_key bytea NOT NULL,
    created_at    timestamptz NOT NULL
);
CALL make_append_only('credential_keys');

-- Places are handed out in an order that nobody outside can guess: the n-th is (n * stride + start) mod size.
CREATE TABLE credential_status_lists (
    number     int PRIMARY KEY,
    used       int NOT NULL,
    stride     int NOT NULL,
    start      int NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT credential_status_lists_used CHECK (used BETWEEN 0 AND 131072),
    -- Only an odd stride reaches every place once.
    CONSTRAINT credential_status_lists_stride CHECK (stride % 2 = 1)
);

-- What cannot be made again of a credential; the rest is written anew from the certificate each time.
CREATE TABLE certificate_credentials (
    certificate_id uuid PRIMARY KEY REFERENCES certificates (id),
    list_number    int NOT NULL REFERENCES credential_status_lists (number),
    list_index     int NOT NULL,
    key_id         uuid NOT NULL REFERENCES credential_keys (id),
    format         text NOT NULL,
    signed_at      timestamptz NOT NULL,
    content_hash   bytea NOT NULL,
    signature      bytea NOT NULL,
    -- Whatever happens at once: a place belongs to one certificate for ever. Also serves reading a list.
    CONSTRAINT certificate_credentials_place UNIQUE (list_number, list_index)
);
CALL make_append_only('certificate_credentials');
