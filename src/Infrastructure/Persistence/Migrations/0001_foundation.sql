CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- The role the application runs as owns nothing, so that it cannot lift what protects append-only tables.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pionir_app') THEN
        CREATE ROLE pionir_app NOLOGIN;
    END IF;
END $$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Table % is append-only: % is refused.', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

-- Makes a table append-only for everybody who does not own it, and by accident for the owner too.
CREATE PROCEDURE make_append_only(target regclass) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION refuse_change()', target);
    EXECUTE format('CREATE TRIGGER append_only_all BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', target);
END $$;

CREATE TABLE audit_entries (
    id             uuid PRIMARY KEY,
    at             timestamptz NOT NULL,
    user_id        uuid NOT NULL,
    user_name      text NOT NULL,
    action         text NOT NULL,
    change         text NOT NULL,
    subject_type   text NOT NULL,
    subject_id     uuid NOT NULL,
    subject_name   text NOT NULL,
    root_id        uuid NOT NULL,
    details        jsonb,
    reason         text,
    remote_address text
);
-- History tab of one object; the audit page by person, by action and by time.
CREATE INDEX audit_entries_root ON audit_entries (root_id, at DESC);
CREATE INDEX audit_entries_user ON audit_entries (user_id, at DESC);
CREATE INDEX audit_entries_action ON audit_entries (action, at DESC);
CREATE INDEX audit_entries_at ON audit_entries (at DESC);
CALL make_append_only('audit_entries');

CREATE TABLE jobs (
    id           uuid PRIMARY KEY,
    kind         text NOT NULL,
    subject      text NOT NULL,
    arguments    jsonb NOT NULL,
    state        text NOT NULL,
    done         int NOT NULL,
    total        int NOT NULL,
    result       jsonb,
    error_code   text,
    attempts     int NOT NULL,
    requested_by uuid NOT NULL,
    requested_by_name text NOT NULL,
    requested_at timestamptz NOT NULL,
    started_at   timestamptz,
    finished_at  timestamptz,
    -- A runner that dies stops renewing its lease; another one takes the job over.
    lease_until  timestamptz
);
CREATE INDEX jobs_requested_by ON jobs (requested_by, requested_at DESC);
CREATE INDEX jobs_unfinished ON jobs (state, lease_until) WHERE state IN ('Queued', 'Running');

-- The scheduler keeps its own tables here and makes them itself.
CREATE SCHEMA IF NOT EXISTS quartz;
GRANT USAGE, CREATE ON SCHEMA quartz TO pionir_app;
