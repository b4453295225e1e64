-- Changes of what was approved, with what the head said to them.
CREATE TABLE plan_revisions (
    id                  uuid PRIMARY KEY,
    training_id         uuid NOT NULL REFERENCES trainings (id),
    programme_jp        int,
    programme_jp_reason varchar(4000),
    competencies        jsonb NOT NULL,
    reason              varchar(2000) NOT NULL,
    proposed_by         uuid NOT NULL,
    proposed_by_name    text NOT NULL,
    proposed_at         timestamptz NOT NULL,
    accepted            boolean,
    decided_by_name     text,
    decided_at          timestamptz,
    note                varchar(2000)
);
-- One waits at a time, also when two officers propose at once; the list of what waits for the head.
CREATE UNIQUE INDEX plan_revisions_waiting ON plan_revisions (training_id) WHERE accepted IS NULL;
