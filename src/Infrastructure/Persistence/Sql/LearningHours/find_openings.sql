-- Judges rows of opening balances against people, years and what is in the ledger. @import, @after, @today, @forms
DELETE FROM import_findings WHERE import_id = @import AND row_number > @after;

INSERT INTO import_findings (import_id, row_number, outcome, errors, subject_id)
WITH staged AS (
    SELECT r.row_number, r.errors, r.key, r.jp, r.year, r.occurred_on, r.form, r.name, r.reference, p.id AS person, p.active_to
    FROM import_rows r
    -- The file names no kind: a number that two people have, each by another kind, means neither.
    LEFT JOIN employee_numbers n ON n.number = r.key
        AND NOT EXISTS (SELECT FROM employee_numbers other
                        WHERE other.number = n.number AND (other.kind < n.kind OR other.employee_id <> n.employee_id))
    LEFT JOIN employees e ON e.id = n.employee_id
    LEFT JOIN employees p ON p.id = coalesce(e.merged_into_id, e.id)
    WHERE r.import_id = @import
), origins AS MATERIALIZED (
    -- What was posted under a record that has been merged since is the same item. Worked out before the ledger is
    -- asked, or the planner may compare each row with each entry.
    SELECT s.row_number, opening_origin(record.id, s.reference, s.name, s.year) AS origin
    FROM staged s
    CROSS JOIN LATERAL (SELECT s.person AS id UNION ALL SELECT id FROM employees WHERE merged_into_id = s.person) record
    WHERE s.person IS NOT NULL AND cardinality(s.errors) = 0
), known AS MATERIALIZED (
    SELECT o.row_number, l.jp, l.occurred_on, l.form
    FROM origins o
    JOIN ledger_entries l ON l.origin_id = o.origin AND l.kind = 'Opening'
    LEFT JOIN ledger_entries taken ON taken.reverses = l.id
    WHERE taken.id IS NULL
), judged AS (
    SELECT s.row_number, s.person, k.row_number IS NOT NULL AS posted,
           s.errors
               || CASE WHEN s.person IS NULL AND s.key <> '' THEN ARRAY[
                  CASE WHEN EXISTS (SELECT FROM employee_numbers n WHERE n.number = s.key)
                       THEN 'identity_number.ambiguous' ELSE 'identity_number.unknown' END] END
               || CASE WHEN s.active_to < s.occurred_on THEN ARRAY['identity_number.left_before'] END
               || CASE WHEN s.occurred_on > @today THEN ARRAY['occurred_on.future'] END
               || CASE WHEN s.form <> ALL (@forms) THEN ARRAY['form.unknown'] END
               || CASE WHEN k.row_number IS NULL
                        AND EXISTS (SELECT FROM year_closings c WHERE c.year = s.year AND c.reopened_at IS NULL)
                  THEN ARRAY['year.closed'] END
               || CASE WHEN k.row_number IS NOT NULL
                        AND (k.jp, k.occurred_on, k.form) IS DISTINCT FROM (s.jp, s.occurred_on, s.form)
                  THEN ARRAY['opening.posted_otherwise'] END
               -- The first good row counts; a bad one never pushes a good one out.
               || CASE WHEN s.person IS NOT NULL AND cardinality(s.errors) = 0 AND row_number() OVER (
                      PARTITION BY s.person, lower(s.reference), lower(s.name), s.year
                      ORDER BY cardinality(s.errors) > 0, s.row_number) > 1
                  THEN ARRAY['opening.duplicate'] END AS found
    FROM staged s
    LEFT JOIN known k USING (row_number)
)
SELECT @import, row_number,
       CASE WHEN cardinality(found) > 0 THEN 'Wrong' WHEN posted THEN 'Unchanged' ELSE 'New' END, found, person
FROM judged
WHERE row_number > @after
-- The records of one person could hold the same item twice, each posted before they were merged.
ON CONFLICT DO NOTHING;
