-- Settings of the institution: a change is a new row. Only a planned change may be taken back.
CREATE TABLE institution_versions (
    id              uuid PRIMARY KEY,
    number          int NOT NULL,
    effective_from  date NOT NULL,
    settings        jsonb NOT NULL,
    changed_at      timestamptz NOT NULL,
    changed_by      uuid NOT NULL,
    changed_by_name varchar(200) NOT NULL,
    reason          varchar(500),
    cancelled_at    timestamptz,
    -- Two people who save at once would draw the same number.
    CONSTRAINT institution_versions_number UNIQUE (number)
);

CREATE TABLE reference_items (
    id         uuid PRIMARY KEY,
    kind       text NOT NULL,
    code       varchar(80) NOT NULL,
    name_id    varchar(200) NOT NULL,
    name_en    varchar(200) NOT NULL,
    "values"   jsonb NOT NULL,
    valid_from date NOT NULL,
    valid_to   date,
    citation   varchar(300),
    confirmed  boolean NOT NULL,
    position   int NOT NULL,
    revision   int NOT NULL,
    CONSTRAINT reference_items_days CHECK (valid_to >= valid_from),
    -- One item of a code on any day. Checked at commit: the end of the old and the start of the new come together.
    CONSTRAINT reference_items_overlap EXCLUDE USING gist (
        kind WITH =, code WITH =, daterange(valid_from, valid_to, '[]') WITH &&
    ) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE reference_revisions (
    id              uuid PRIMARY KEY,
    item_id         uuid NOT NULL REFERENCES reference_items (id),
    number          int NOT NULL,
    name_id         varchar(200) NOT NULL,
    name_en         varchar(200) NOT NULL,
    "values"        jsonb NOT NULL,
    valid_from      date NOT NULL,
    valid_to        date,
    citation        varchar(300),
    confirmed       boolean NOT NULL,
    position        int NOT NULL,
    changed_at      timestamptz NOT NULL,
    changed_by      uuid NOT NULL,
    changed_by_name varchar(200) NOT NULL,
    reason          varchar(500),
    CONSTRAINT reference_revisions_number UNIQUE (item_id, number)
);
CALL make_append_only('reference_revisions');
