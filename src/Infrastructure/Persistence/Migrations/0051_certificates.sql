CREATE TABLE number_series (
    id        uuid PRIMARY KEY,
    kind      text NOT NULL,
    unit_id   uuid,
    unit_code text NOT NULL,
    year      int NOT NULL,
    pattern   text NOT NULL,
    last      int NOT NULL,
    CONSTRAINT number_series_last CHECK (last >= 0)
);
-- One count for each kind, unit (or the whole institution) and year.
CREATE UNIQUE INDEX number_series_once ON number_series (kind, year, unit_id) NULLS NOT DISTINCT;

CREATE TABLE certificates (
    id               uuid PRIMARY KEY,
    kind             text NOT NULL,
    number           text NOT NULL CONSTRAINT certificates_number_key UNIQUE,
    series_id        uuid NOT NULL REFERENCES number_series (id),
    sequence         int NOT NULL,
    source_id        uuid NOT NULL,
    participant_id   uuid NOT NULL,
    employee_id      uuid,
    unit_id          uuid NOT NULL,
    holder_name      text NOT NULL,
    holder_key       text NOT NULL,
    holder_email     text,
    title            text NOT NULL,
    jp               int NOT NULL,
    issued_on        date NOT NULL,
    issued_at        timestamptz NOT NULL,
    issued_by        uuid NOT NULL,
    token            text NOT NULL CONSTRAINT certificates_token_key UNIQUE,
    delivery_hash    bytea CONSTRAINT certificates_delivery_key UNIQUE,
    snapshot         text NOT NULL,
    template_version text NOT NULL,
    content_hash     bytea NOT NULL,
    status           text NOT NULL,
    edition          int NOT NULL,
    replaces         uuid REFERENCES certificates (id),
    replaced_by      uuid,
    revocation_class text,
    reason           text,
    ended_at         timestamptz,
    ended_by         uuid,
    CONSTRAINT certificates_sequence_key UNIQUE (series_id, sequence),
    CONSTRAINT certificates_status CHECK (
        (status = 'Issued' AND ended_at IS NULL AND replaced_by IS NULL)
        OR (status = 'Revoked' AND ended_at IS NOT NULL AND revocation_class IS NOT NULL)
        OR (status = 'Replaced' AND ended_at IS NOT NULL AND replaced_by IS NOT NULL))
);
-- Whatever is pressed twice, from two windows or by two servers: one valid certificate a person and training.
CREATE UNIQUE INDEX certificates_one_valid ON certificates (kind, source_id, participant_id) WHERE status = 'Issued';
-- The list of certificates: newest first, of a training, of a person, by part of a name, number or title.
CREATE INDEX certificates_newest ON certificates (issued_at DESC, sequence DESC);
CREATE INDEX certificates_source ON certificates (source_id, sequence);
CREATE INDEX certificates_employee ON certificates (employee_id, issued_on DESC) WHERE employee_id IS NOT NULL;
CREATE INDEX certificates_text ON certificates USING gin (lower(holder_name || ' ' || number || ' ' || title) gin_trgm_ops);

-- What was printed stays; only the standing of a certificate changes. Even the owner needs to mean it to undo this.
CREATE FUNCTION keep_certificate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'A certificate is never deleted.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (NEW.id, NEW.kind, NEW.number, NEW.series_id, NEW.sequence, NEW.source_id, NEW.participant_id, NEW.employee_id, NEW.holder_name,
        NEW.title, NEW.jp, NEW.issued_on, NEW.issued_at, NEW.issued_by, NEW.token, NEW.snapshot, NEW.template_version, NEW.content_hash, NEW.edition)
       IS DISTINCT FROM
       (OLD.id, OLD.kind, OLD.number, OLD.series_id, OLD.sequence, OLD.source_id, OLD.participant_id, OLD.employee_id, OLD.holder_name,
        OLD.title, OLD.jp, OLD.issued_on, OLD.issued_at, OLD.issued_by, OLD.token, OLD.snapshot, OLD.template_version, OLD.content_hash, OLD.edition)
       OR (OLD.status = 'Replaced' AND NEW.status <> 'Replaced') OR (OLD.status = 'Revoked' AND NEW.status = 'Issued') THEN
        RAISE EXCEPTION 'What a certificate says cannot be changed.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON certificates FOR EACH ROW EXECUTE FUNCTION keep_certificate();

CREATE TABLE void_numbers (
    id        uuid PRIMARY KEY,
    series_id uuid NOT NULL REFERENCES number_series (id),
    sequence  int NOT NULL,
    number    text NOT NULL CONSTRAINT void_numbers_number_key UNIQUE,
    reason    text NOT NULL,
    voided_by uuid NOT NULL,
    voided_at timestamptz NOT NULL,
    CONSTRAINT void_numbers_sequence_key UNIQUE (series_id, sequence)
);
CALL make_append_only('void_numbers');

CREATE TABLE certificate_batches (
    id           uuid PRIMARY KEY,
    kind         text NOT NULL,
    source_id    uuid NOT NULL,
    unit_id      uuid NOT NULL,
    title        text NOT NULL,
    issued_on    date NOT NULL,
    issued_at    text NOT NULL,
    base_address text NOT NULL,
    state        text NOT NULL,
    total        int NOT NULL,
    job_id       uuid NOT NULL,
    requested_by uuid NOT NULL,
    requested_at timestamptz NOT NULL,
    finished_at  timestamptz
);
-- Two requests for one training join into one batch.
CREATE UNIQUE INDEX certificate_batches_one_open ON certificate_batches (source_id) WHERE state <> 'Completed';
CREATE INDEX certificate_batches_source ON certificate_batches (source_id, requested_at DESC);

CREATE TABLE certificate_batch_rows (
    batch_id       uuid NOT NULL REFERENCES certificate_batches (id),
    position       int NOT NULL,
    participant_id uuid NOT NULL,
    name           text NOT NULL,
    state          text NOT NULL,
    certificate_id uuid REFERENCES certificates (id),
    error_code     text,
    PRIMARY KEY (batch_id, position)
);
CREATE INDEX certificate_batch_rows_pending ON certificate_batch_rows (batch_id, position) WHERE state = 'Pending';

-- How often a certificate was checked on a day; never by whom.
CREATE TABLE certificate_looks (
    certificate_id uuid NOT NULL REFERENCES certificates (id),
    day            date NOT NULL,
    looks          int NOT NULL,
    PRIMARY KEY (certificate_id, day)
);
