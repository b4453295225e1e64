-- The word that a row means the person on record is taken back: it stays out again. @import, @row, @code
WITH confirmed AS (
    UPDATE import_rows SET confirmed_against = NULL
    WHERE import_id = @import AND row_number = @row AND confirmed_against IS NOT NULL
    RETURNING import_id, row_number
)
UPDATE import_findings f
SET outcome = 'Doubtful', errors = ARRAY[@code]
FROM confirmed c
WHERE f.import_id = c.import_id AND f.row_number = c.row_number AND f.outcome IN ('Changed', 'Leaving')
RETURNING f.subject_id;
