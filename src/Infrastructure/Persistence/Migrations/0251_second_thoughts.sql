-- Who decided about a candidate may take it back for a moment; others may not.
ALTER TABLE participants ADD COLUMN decided_by uuid;

-- Who taught what before a timetable was changed: whoever is put on a session or taken off it hears it too.
ALTER TABLE timetable_notices ADD COLUMN teaching jsonb NOT NULL DEFAULT '[]';
ALTER TABLE timetable_notices ALTER COLUMN teaching DROP DEFAULT;
