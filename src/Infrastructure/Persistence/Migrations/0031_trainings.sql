CREATE TABLE trainings (
    id                        uuid PRIMARY KEY,
    activity_code             varchar(160) NOT NULL,
    title                     varchar(300) NOT NULL,
    year                      int NOT NULL,
    unit_id                   uuid NOT NULL,
    form                      varchar(60) NOT NULL,
    cluster                   text NOT NULL,
    scheme                    text NOT NULL,
    state                     text NOT NULL,
    starts_on                 date NOT NULL,
    ends_on                   date NOT NULL,
    time_zone                 varchar(60) NOT NULL,
    quota                     int NOT NULL,
    reserve_places            int NOT NULL,
    seats_taken               int NOT NULL,
    organiser                 varchar(200),
    partner                   varchar(200),
    working_group             varchar(60),
    batch                     varchar(60),
    target_audience           varchar(4000),
    target_job_families       text[] NOT NULL,
    programme_jp              int,
    programme_jp_reason       varchar(4000),
    scheduled_minutes         int NOT NULL,
    country                   varchar(200),
    city                      varchar(200),
    venue                     varchar(200),
    online_link               varchar(500),
    colour                    text NOT NULL,
    budget_source             varchar(200),
    budget_ceiling            numeric(18,2),
    budget_realisation        numeric(18,2),
    notes                     varchar(4000),
    allows_self_application   boolean NOT NULL,
    allows_public_registration boolean NOT NULL,
    submitted_by              uuid,
    copied_from               uuid REFERENCES trainings (id),
    revision                  int NOT NULL,
    created_by                uuid NOT NULL,
    created_at                timestamptz NOT NULL,
    search                    text NOT NULL GENERATED ALWAYS AS (lower(title || ' ' || activity_code)) STORED,
    CONSTRAINT trainings_activity_code UNIQUE (activity_code),
    CONSTRAINT trainings_dates CHECK (ends_on >= starts_on),
    CONSTRAINT trainings_seats CHECK (seats_taken >= 0 AND seats_taken <= quota),
    CONSTRAINT trainings_quota CHECK (quota >= 1 AND reserve_places >= 0)
);
-- The list by year, newest first; the calendar by dates; search by part of the title.
CREATE INDEX trainings_year ON trainings (year, starts_on, id);
CREATE INDEX trainings_unit ON trainings (unit_id, year);
CREATE INDEX trainings_period ON trainings USING gist (daterange(starts_on, ends_on, '[]'));
CREATE INDEX trainings_search ON trainings USING gin (search gin_trgm_ops);
CREATE INDEX trainings_copies ON trainings (copied_from) WHERE copied_from IS NOT NULL;
-- What the clock moves.
CREATE INDEX trainings_clock ON trainings (starts_on) WHERE state = 'Open';

CREATE TABLE training_competencies (
    training_id   uuid NOT NULL REFERENCES trainings (id) ON DELETE CASCADE,
    competency_id uuid NOT NULL,
    level         int NOT NULL CHECK (level BETWEEN 1 AND 10),
    PRIMARY KEY (training_id, competency_id, level)
);
CREATE INDEX training_competencies_competency ON training_competencies (competency_id);

CREATE TABLE training_transitions (
    id          uuid PRIMARY KEY,
    training_id uuid NOT NULL REFERENCES trainings (id),
    move        text NOT NULL,
    from_state  text NOT NULL,
    to_state    text NOT NULL,
    at          timestamptz NOT NULL,
    by_user_id  uuid NOT NULL,
    by_name     text NOT NULL,
    note        varchar(2000)
);
CREATE INDEX training_transitions_training ON training_transitions (training_id, at);
CALL make_append_only('training_transitions');

CREATE TABLE training_documents (
    id               uuid PRIMARY KEY,
    training_id      uuid NOT NULL REFERENCES trainings (id) ON DELETE CASCADE,
    kind             text NOT NULL,
    number           varchar(100),
    file_hash        text NOT NULL REFERENCES stored_files (hash),
    file_name        text NOT NULL,
    content_type     text NOT NULL,
    size             bigint NOT NULL,
    uploaded_at      timestamptz NOT NULL,
    uploaded_by      uuid NOT NULL,
    uploaded_by_name text NOT NULL,
    CONSTRAINT training_documents_once UNIQUE (training_id, kind, file_hash)
);
CREATE INDEX training_documents_file ON training_documents (file_hash);

CREATE TABLE sessions (
    id          uuid PRIMARY KEY,
    training_id uuid NOT NULL REFERENCES trainings (id) ON DELETE CASCADE,
    date        date NOT NULL,
    starts      time NOT NULL,
    ends        time NOT NULL,
    starts_at   timestamptz NOT NULL,
    ends_at     timestamptz NOT NULL,
    mode        text NOT NULL,
    subject     varchar(300) NOT NULL,
    room        varchar(200),
    online_link varchar(500),
    CONSTRAINT sessions_times CHECK (ends > starts AND ends_at > starts_at),
    -- Deferred: a change of the time zone moves all sessions of a day past each other in one transaction.
    CONSTRAINT sessions_no_overlap EXCLUDE USING gist (training_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX sessions_programme ON sessions (training_id, starts_at);
-- Clashes of rooms and instructors, and the calendar's week.
CREATE INDEX sessions_time ON sessions USING gist (tstzrange(starts_at, ends_at));

CREATE TABLE session_instructors (
    id          uuid PRIMARY KEY,
    session_id  uuid NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    employee_id uuid,
    name        varchar(200) NOT NULL,
    institution varchar(200)
);
CREATE INDEX session_instructors_session ON session_instructors (session_id);
CREATE INDEX session_instructors_employee ON session_instructors (employee_id) WHERE employee_id IS NOT NULL;

-- One row for each outcome of the pattern's other fields; the row lock gives codes in order.
CREATE TABLE activity_code_counters (
    key         text PRIMARY KEY,
    last_number int NOT NULL
);

CREATE TABLE calendar_feeds (
    id          uuid PRIMARY KEY,
    kind        text NOT NULL,
    name        varchar(100) NOT NULL,
    owner_id    uuid NOT NULL,
    employee_id uuid,
    unit_id     uuid,
    token_hash  text NOT NULL UNIQUE,
    created_at  timestamptz NOT NULL,
    revoked_at  timestamptz
);
CREATE INDEX calendar_feeds_owner ON calendar_feeds (owner_id);
