CREATE TABLE mail_outbox (
    id              uuid PRIMARY KEY,
    key             text NOT NULL CONSTRAINT mail_outbox_key_key UNIQUE,
    to_address      text NOT NULL,
    to_name         text NOT NULL,
    subject         text NOT NULL,
    text            text NOT NULL,
    state           text NOT NULL,
    attempts        int NOT NULL,
    created_at      timestamptz NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    claimed_until   timestamptz,
    sent_at         timestamptz,
    last_error      text
);
-- The sender's claim, every few seconds: only what is still to be sent.
CREATE INDEX mail_outbox_unsent ON mail_outbox (next_attempt_at, id) WHERE state IN ('Waiting', 'Sending');

CREATE TABLE demo_mails (
    id         uuid PRIMARY KEY,
    sent_at    timestamptz NOT NULL,
    to_address text NOT NULL,
    to_name    text NOT NULL,
    subject    text NOT NULL,
    text       text NOT NULL
);
CREATE INDEX demo_mails_sent ON demo_mails (sent_at DESC);
