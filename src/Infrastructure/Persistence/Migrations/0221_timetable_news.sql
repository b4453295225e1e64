-- A calendar beside a letter, emptied with its text once it is sent.
ALTER TABLE mail_outbox ADD COLUMN calendar text;
ALTER TABLE demo_mails ADD COLUMN calendar text;

-- The timetable as people know it, from the first change until they are told.
CREATE TABLE timetable_notices (
    training_id uuid PRIMARY KEY REFERENCES trainings (id) ON DELETE CASCADE,
    before      jsonb NOT NULL,
    since       timestamptz NOT NULL,
    due_at      timestamptz NOT NULL
);
-- What the clock tells.
CREATE INDEX timetable_notices_due ON timetable_notices (due_at);
