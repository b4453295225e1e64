-- Rows under the number of somebody whose name is another one, beside what is known. A word that somebody gave about
-- the row holds as long as the known side is as it was then. @import
SELECT r.row_number, coalesce(e.search_words, '{}'), e.birth_date, e.sex, coalesce(r.search_words, '{}'), r.birth_date,
       r.sex
FROM import_rows r
LEFT JOIN employee_numbers own ON own.number = r.key AND own.kind = r.number_kind
LEFT JOIN (
    -- A former number that several people have is wrong, whoever is meant.
    SELECT number, min(employee_id::text)::uuid AS employee_id
    FROM employee_numbers
    WHERE number IN (SELECT previous_key FROM import_rows WHERE import_id = @import)
    GROUP BY number
    HAVING count(DISTINCT employee_id) = 1
) AS former ON former.number = r.previous_key
JOIN employees e ON e.id = coalesce(own.employee_id, former.employee_id)
WHERE r.import_id = @import AND e.search_words IS DISTINCT FROM r.search_words
  AND (r.confirmed_against IS NULL OR r.confirmed_against <> (
      SELECT coalesce(jsonb_object_agg(d.field, d.known), '{}')
      FROM (VALUES ('name', e.name, r.name), ('birthDate', e.birth_date::text, r.birth_date::text), ('sex', e.sex, r.sex))
          AS d (field, known, told)
      WHERE d.known IS DISTINCT FROM d.told));
