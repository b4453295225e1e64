-- People in service whom a complete file does not name, behind its last row. @import, @after, @as_of
-- A wrong row still names its person.
INSERT INTO import_findings (import_id, row_number, outcome, errors, differences, subject_id, unit_id, supervisor_id)
SELECT @import,
       greatest((SELECT max(row_number) FROM import_rows WHERE import_id = @import), @after)
           + row_number() OVER (ORDER BY e.name, e.id),
       'Leaving', '{}',
       jsonb_build_array(jsonb_build_object('field', 'activeTo', 'before', NULL, 'after', @as_of::text)),
       e.id, e.unit_id, e.supervisor_id
FROM employees e
WHERE e.merged_into_id IS NULL AND e.active_to IS NULL AND e.active_from <= @as_of
  AND NOT EXISTS (
      SELECT FROM employee_numbers n
      JOIN import_rows r ON r.import_id = @import AND (
          r.key = n.number AND (r.number_kind = n.kind OR cardinality(r.errors) > 0) OR r.previous_key = n.number)
      WHERE n.employee_id = e.id);
