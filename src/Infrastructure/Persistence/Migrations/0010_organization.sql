CREATE TABLE units (
    id          uuid PRIMARY KEY,
    code        text NOT NULL CONSTRAINT units_code UNIQUE,
    name        text NOT NULL,
    kind        text NOT NULL,
    -- At the end of the transaction: a parent and its child may come in one file, in any order.
    parent_id   uuid REFERENCES units DEFERRABLE INITIALLY DEFERRED,
    -- Derived from the people of the unit; no reference, because people come after units.
    leader_id   uuid,
    active_from date NOT NULL,
    active_to   date,
    changed_at  timestamptz NOT NULL,
    CONSTRAINT units_not_its_own_parent CHECK (parent_id <> id)
);
CREATE INDEX units_parent ON units (parent_id);
-- Who leads what: the derived role at sign-in.
CREATE INDEX units_leader ON units (leader_id) WHERE leader_id IS NOT NULL;

CREATE TABLE unit_periods (
    unit_id    uuid NOT NULL REFERENCES units ON DELETE CASCADE,
    valid_from date NOT NULL,
    valid_to   date,
    name       text NOT NULL,
    kind       text NOT NULL,
    parent_id  uuid,
    PRIMARY KEY (unit_id, valid_from),
    CONSTRAINT unit_periods_order CHECK (valid_to >= valid_from)
);
CREATE UNIQUE INDEX unit_periods_one_open ON unit_periods (unit_id) WHERE valid_to IS NULL;

CREATE TABLE employees (
    id                uuid PRIMARY KEY,
    number            text NOT NULL,
    number_kind       text NOT NULL,
    name              text NOT NULL,
    search_words      text[] NOT NULL,
    sex               text,
    birth_date        date,
    employment_type   text NOT NULL,
    rank              text NOT NULL,
    position          text NOT NULL,
    position_family   text NOT NULL,
    position_level    text NOT NULL,
    unit_id           uuid NOT NULL REFERENCES units,
    -- No reference: an import brings people in portions, and a superior may come with a later one.
    supervisor_id     uuid,
    supervisor_number text,
    email             text,
    phone             text,
    active_from       date NOT NULL,
    active_to         date,
    merged_into_id    uuid REFERENCES employees,
    changed_at        timestamptz NOT NULL
);
-- Search by words of the name; see name_words for how parts and typing errors find their words.
CREATE INDEX employees_search_words ON employees USING gin (search_words);
-- The list by name, in a unit and everywhere.
CREATE INDEX employees_name ON employees (name, id);
CREATE INDEX employees_unit_name ON employees (unit_id, name, id);
-- All records of one person.
CREATE INDEX employees_merged ON employees (merged_into_id) WHERE merged_into_id IS NOT NULL;
-- My team, and whether somebody supervises at all.
CREATE INDEX employees_supervisor ON employees (supervisor_id) WHERE supervisor_id IS NOT NULL;
-- Superiors who were not on record when their people came in.
CREATE INDEX employees_supervisor_pending ON employees (supervisor_number)
    WHERE supervisor_id IS NULL AND supervisor_number IS NOT NULL;

CREATE TABLE employee_numbers (
    number      text NOT NULL CONSTRAINT employee_numbers_number PRIMARY KEY,
    kind        text NOT NULL,
    employee_id uuid NOT NULL REFERENCES employees,
    since       date,
    until       date
);
CREATE INDEX employee_numbers_employee ON employee_numbers (employee_id);
-- Search by the first digits of a number, whatever the collation of the database.
CREATE INDEX employee_numbers_prefix ON employee_numbers (number text_pattern_ops);

CREATE TABLE employee_periods (
    employee_id     uuid NOT NULL REFERENCES employees ON DELETE CASCADE,
    valid_from      date NOT NULL,
    valid_to        date,
    number          text NOT NULL,
    employment_type text NOT NULL,
    rank            text NOT NULL,
    position        text NOT NULL,
    position_family text NOT NULL,
    position_level  text NOT NULL,
    unit_id         uuid NOT NULL REFERENCES units,
    supervisor_id   uuid,
    PRIMARY KEY (employee_id, valid_from),
    CONSTRAINT employee_periods_order CHECK (valid_to >= valid_from)
);
CREATE UNIQUE INDEX employee_periods_one_open ON employee_periods (employee_id) WHERE valid_to IS NULL;

-- Every word that occurs in a name, once. Some ten thousand words stand for millions of people, so a trigram search
-- for parts and typing errors is done here, and people are then found by whole words.
CREATE TABLE name_words (word text PRIMARY KEY);
CREATE INDEX name_words_trigrams ON name_words USING gin (word gin_trgm_ops);
CREATE INDEX name_words_prefix ON name_words (word text_pattern_ops);

CREATE FUNCTION keep_name_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO name_words
    SELECT DISTINCT word FROM changed, unnest(search_words) AS word
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER employees_words_new AFTER INSERT ON employees
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_name_words();
CREATE TRIGGER employees_words_changed AFTER UPDATE ON employees
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_name_words();

CREATE TABLE imports (
    id                uuid PRIMARY KEY,
    kind              text NOT NULL,
    state             text NOT NULL,
    file_name         text NOT NULL,
    file_hash         text NOT NULL,
    file_size         bigint NOT NULL,
    as_of             date NOT NULL,
    missing_leave     boolean NOT NULL,
    columns           text[] NOT NULL,
    total             int NOT NULL,
    new               int NOT NULL,
    changed           int NOT NULL,
    leaving           int NOT NULL,
    unchanged         int NOT NULL,
    wrong             int NOT NULL,
    requested_by      uuid NOT NULL,
    requested_by_name text NOT NULL,
    requested_at      timestamptz NOT NULL,
    checked_at        timestamptz,
    applied_at        timestamptz,
    applied_by_name   text,
    applied_through   int NOT NULL,
    job_id            uuid,
    error_code        text
);
CREATE INDEX imports_requested_at ON imports (requested_at DESC);
-- Two at once would each judge by a state that the other is changing.
CREATE UNIQUE INDEX imports_one_applying ON imports ((true)) WHERE state = 'Applying';

-- A row as it stood in the file, and what could be read from it. Written once, by COPY.
CREATE TABLE import_rows (
    import_id         uuid NOT NULL REFERENCES imports ON DELETE CASCADE,
    row_number        int NOT NULL,
    cells             text[] NOT NULL,
    errors            text[] NOT NULL,
    -- The id a new unit or person gets: known before, so that a repeated run makes the same one.
    new_id            uuid NOT NULL,
    key               text NOT NULL,
    previous_key      text,
    name              text NOT NULL,
    search_words      text[],
    number_kind       text,
    sex               text,
    birth_date        date,
    employment_type   text,
    rank              text,
    position          text,
    position_family   text,
    position_level    text,
    unit_code         text,
    supervisor_number text,
    email             text,
    phone             text,
    kind              text,
    parent_code       text,
    active_from       date,
    active_to         date,
    PRIMARY KEY (import_id, row_number)
);

-- What the rows mean against what is known. Made anew by each check; people missing from a complete file
-- stand behind the last row.
CREATE TABLE import_findings (
    import_id     uuid NOT NULL REFERENCES imports ON DELETE CASCADE,
    row_number    int NOT NULL,
    outcome       text NOT NULL,
    errors        text[] NOT NULL,
    differences   jsonb,
    subject_id    uuid,
    unit_id       uuid,
    supervisor_id uuid,
    PRIMARY KEY (import_id, row_number)
);
-- The tabs of the dry run; unchanged rows are by far the most and are read only in order.
CREATE INDEX import_findings_outcome ON import_findings (import_id, outcome, row_number) WHERE outcome <> 'Unchanged';
