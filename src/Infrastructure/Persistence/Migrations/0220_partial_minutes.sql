-- Minutes are told of those who were there partly, and of nobody else.
ALTER TABLE attendance_marks
    ADD CONSTRAINT attendance_marks_minutes CHECK (minutes IS NULL OR (status = 'Partly' AND minutes > 0));
