-- Somebody says that a doubtful row means the person on record; what they saw is kept. @import, @row, @code
WITH doubtful AS (
    UPDATE import_findings f
    SET errors = '{}', outcome = CASE WHEN r.active_to IS NOT NULL AND e.active_to IS NULL THEN 'Leaving' ELSE 'Changed' END
    FROM import_rows r, employees e
    WHERE f.import_id = @import AND f.row_number = @row AND f.outcome = 'Doubtful' AND @code = ANY(f.errors)
      AND r.import_id = f.import_id AND r.row_number = f.row_number AND e.id = f.subject_id
    RETURNING f.import_id, f.row_number, f.differences, f.subject_id
)
UPDATE import_rows r
SET confirmed_against = (
    SELECT coalesce(jsonb_object_agg(d ->> 'field', d -> 'before'), '{}')
    FROM jsonb_array_elements(c.differences) AS d
    WHERE d ->> 'field' IN ('name', 'birthDate', 'sex'))
FROM doubtful c
WHERE r.import_id = c.import_id AND r.row_number = c.row_number
RETURNING c.subject_id;
