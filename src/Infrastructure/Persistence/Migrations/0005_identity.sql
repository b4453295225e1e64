CREATE TABLE accounts (
    id              uuid PRIMARY KEY,
    email           text NOT NULL,
    name            text NOT NULL,
    employee_id     uuid,
    status          text NOT NULL,
    disabled_reason text,
    created_at      timestamptz NOT NULL,
    CONSTRAINT accounts_email UNIQUE (email),
    -- One person, one door: four eyes would mean little if somebody had two.
    CONSTRAINT accounts_employee UNIQUE (employee_id),
    CONSTRAINT accounts_email_lower CHECK (email = lower(email))
);
-- Users page: search by part of name or address.
CREATE INDEX accounts_search ON accounts USING gin (lower(name || ' ' || email) gin_trgm_ops);

CREATE TABLE role_assignments (
    id          uuid PRIMARY KEY,
    account_id  uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    role        text NOT NULL,
    unit_id     uuid,
    assigned_at timestamptz NOT NULL,
    assigned_by uuid,
    CONSTRAINT role_assignments_once UNIQUE NULLS NOT DISTINCT (account_id, role, unit_id)
);

CREATE TABLE credentials (
    account_id           uuid PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    password_hash        text,
    password_set_at      timestamptz,
    failed_tries         int NOT NULL,
    locked_until         timestamptz,
    last_signed_in_at    timestamptz,
    totp_key             bytea,
    totp_confirmed_at    timestamptz,
    totp_last_step       bigint,
    recovery_code_hashes text[] NOT NULL
);

CREATE TABLE account_links (
    id          uuid PRIMARY KEY,
    account_id  uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    purpose     text NOT NULL,
    token_hash  text NOT NULL,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    used_at     timestamptz,
    replaced_at timestamptz,
    CONSTRAINT account_links_token UNIQUE (token_hash)
);
CREATE INDEX account_links_account ON account_links (account_id);

CREATE TABLE sign_in_sessions (
    id             uuid PRIMARY KEY,
    account_id     uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    started_at     timestamptz NOT NULL,
    expires_at     timestamptz NOT NULL,
    ended_at       timestamptz,
    remote_address text,
    user_agent     text
);
-- Ending all sessions of an account; clearing away old ones.
CREATE INDEX sign_in_sessions_open ON sign_in_sessions (account_id) WHERE ended_at IS NULL;
CREATE INDEX sign_in_sessions_expires ON sign_in_sessions (expires_at);

CREATE TABLE api_clients (
    id           uuid PRIMARY KEY,
    name         text NOT NULL,
    client_id    text NOT NULL,
    scopes       text[] NOT NULL,
    created_at   timestamptz NOT NULL,
    disabled_at  timestamptz,
    CONSTRAINT api_clients_client_id UNIQUE (client_id),
    CONSTRAINT api_clients_name UNIQUE (name)
);

CREATE TABLE api_client_secrets (
    id            uuid PRIMARY KEY,
    api_client_id uuid NOT NULL REFERENCES api_clients ON DELETE CASCADE,
    hash          text NOT NULL,
    created_at    timestamptz NOT NULL,
    expires_at    timestamptz,
    last_used_at  timestamptz
);
CREATE INDEX api_client_secrets_client ON api_client_secrets (api_client_id);

CREATE TABLE api_tokens (
    hash       text PRIMARY KEY,
    client_id  uuid NOT NULL REFERENCES api_clients ON DELETE CASCADE,
    scopes     text[] NOT NULL,
    issued_at  timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX api_tokens_client ON api_tokens (client_id, issued_at DESC);

CREATE TABLE delegations (
    id            uuid PRIMARY KEY,
    delegate_id   uuid NOT NULL REFERENCES accounts,
    kind          text NOT NULL,
    starts_on     date NOT NULL,
    ends_on       date NOT NULL,
    letter_number text NOT NULL,
    created_by    uuid NOT NULL,
    created_at    timestamptz NOT NULL,
    ended_at      timestamptz,
    end_reason    text,
    CONSTRAINT delegations_dates CHECK (starts_on <= ends_on),
    -- The office is held by one acting head at a time.
    CONSTRAINT delegations_no_overlap
        EXCLUDE USING gist (daterange(starts_on, ends_on, '[]') WITH &&) WHERE (ended_at IS NULL)
);
CREATE INDEX delegations_delegate ON delegations (delegate_id);

-- Keys that protect cookies; here, so that every instance reads the cookies of every other.
CREATE TABLE data_protection_keys (
    name       text PRIMARY KEY,
    xml        text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- Every instance keeps rights in memory for a moment; this tells them to read again.
CREATE FUNCTION tell_access_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('access_changed', '');
    RETURN NULL;
END $$;
CREATE TRIGGER access_changed AFTER UPDATE OR DELETE ON accounts FOR EACH STATEMENT EXECUTE FUNCTION tell_access_changed();
CREATE TRIGGER access_changed AFTER INSERT OR UPDATE OR DELETE ON role_assignments FOR EACH STATEMENT EXECUTE FUNCTION tell_access_changed();
CREATE TRIGGER access_changed AFTER UPDATE OR DELETE ON sign_in_sessions FOR EACH STATEMENT EXECUTE FUNCTION tell_access_changed();
CREATE TRIGGER access_changed AFTER INSERT OR UPDATE OR DELETE ON delegations FOR EACH STATEMENT EXECUTE FUNCTION tell_access_changed();
CREATE TRIGGER access_changed AFTER UPDATE OR DELETE ON api_clients FOR EACH STATEMENT EXECUTE FUNCTION tell_access_changed();
CREATE TRIGGER access_changed AFTER DELETE ON api_tokens FOR EACH STATEMENT EXECUTE FUNCTION tell_access_changed();
