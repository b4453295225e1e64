CREATE TABLE idempotency_keys (
    user_id      uuid NOT NULL,
    key          text NOT NULL,
    -- Method, address and content: the same key with another request is a mistake of the caller.
    request_hash text NOT NULL,
    -- Who is at it; another attempt may take over what was left without being carried out.
    attempt      uuid NOT NULL,
    started_at   timestamptz NOT NULL,
    -- Set in the transaction of the command itself, so that a crash before the answer is kept cannot repeat it.
    committed_at timestamptz,
    status       int,
    headers      jsonb,
    body         bytea,
    PRIMARY KEY (user_id, key)
);
-- Clearing away old ones.
CREATE INDEX idempotency_keys_started ON idempotency_keys (started_at);
