-- All marks of one person in one session, also those that were corrected: the history of a mark, and the look of a
-- check-in whether anything was noted before. It serves the marks that count as well.
DROP INDEX attendance_marks_participant;
CREATE INDEX attendance_marks_participant ON attendance_marks (participant_id, session_id);
