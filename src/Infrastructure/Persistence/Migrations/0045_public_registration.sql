CREATE TABLE registrations (
    id              uuid PRIMARY KEY,
    training_id     uuid NOT NULL REFERENCES trainings (id),
    name            varchar(300) NOT NULL,
    email           varchar(254) NOT NULL,
    institution     varchar(300),
    identity_number varchar(30),
    note            varchar(500),
    token_hash      bytea NOT NULL CONSTRAINT registrations_token UNIQUE,
    sent_at         timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    closed_at       timestamptz,
    participant_id  uuid REFERENCES participants (id)
);
-- How many mails one address was sent today.
CREATE INDEX registrations_email ON registrations (email, sent_at);
-- What the clock throws away.
CREATE INDEX registrations_clock ON registrations (expires_at) WHERE participant_id IS NULL;

CREATE TABLE personal_links (
    id             uuid PRIMARY KEY,
    training_id    uuid NOT NULL REFERENCES trainings (id),
    participant_id uuid NOT NULL REFERENCES participants (id) CONSTRAINT personal_links_participant UNIQUE,
    token_hash     bytea NOT NULL CONSTRAINT personal_links_token UNIQUE,
    sent_at        timestamptz NOT NULL
);

-- The public page: open trainings that take people from outside.
CREATE INDEX trainings_public ON trainings (starts_on, id) WHERE allows_public_registration AND state = 'Open';
