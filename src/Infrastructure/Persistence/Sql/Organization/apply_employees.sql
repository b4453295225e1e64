-- Brings in a portion of an import. @import, @after, @through, @as_of, @now, @user, @user_name
-- A portion is sorted, and its new people kept for their words, in memory.
SET LOCAL work_mem = '128MB';

INSERT INTO employees (id, number, number_kind, name, search_words, sex, birth_date, employment_type, rank, position,
                       position_family, position_level, unit_id, supervisor_id, supervisor_number, email, phone,
                       active_from, active_to, changed_at)
SELECT r.new_id, r.key, r.number_kind, r.name, r.search_words, r.sex, r.birth_date, r.employment_type, r.rank,
       r.position, r.position_family, r.position_level, f.unit_id, f.supervisor_id, r.supervisor_number, r.email,
       r.phone, coalesce(r.active_from, @as_of), r.active_to, @now
FROM import_findings f
JOIN import_rows r USING (import_id, row_number)
WHERE f.import_id = @import AND f.row_number > @after AND f.row_number <= @through
  AND r.row_number > @after AND r.row_number <= @through AND f.outcome = 'New'
-- In the order of the largest indexes, which then take neighbours in one after the other instead of all over. Compared byte
-- by byte: a locale asks the system's library for every pair.
ORDER BY r.name COLLATE "C";

INSERT INTO employee_numbers (number, kind, employee_id, since)
SELECT r.key, r.number_kind, r.new_id, coalesce(r.active_from, @as_of)
FROM import_findings f
JOIN import_rows r USING (import_id, row_number)
WHERE f.import_id = @import AND f.row_number > @after AND f.row_number <= @through
  AND r.row_number > @after AND r.row_number <= @through AND f.outcome = 'New'
ORDER BY r.key COLLATE "C";

INSERT INTO employee_periods (employee_id, valid_from, valid_to, number, employment_type, rank, position,
                              position_family, position_level, unit_id, supervisor_id)
SELECT r.new_id, coalesce(r.active_from, @as_of), r.active_to, r.key, r.employment_type, r.rank, r.position,
       r.position_family, r.position_level, f.unit_id, f.supervisor_id
FROM import_findings f
JOIN import_rows r USING (import_id, row_number)
WHERE f.import_id = @import AND f.row_number > @after AND f.row_number <= @through
  AND r.row_number > @after AND r.row_number <= @through AND f.outcome = 'New';

UPDATE employees e
SET number = r.key, number_kind = r.number_kind, name = r.name, search_words = r.search_words, sex = r.sex,
    birth_date = r.birth_date, employment_type = r.employment_type, rank = r.rank, position = r.position,
    position_family = r.position_family, position_level = r.position_level, unit_id = f.unit_id,
    supervisor_id = f.supervisor_id, supervisor_number = r.supervisor_number, email = r.email, phone = r.phone,
    active_from = coalesce(r.active_from, e.active_from), active_to = r.active_to, changed_at = @now
FROM import_findings f
JOIN import_rows r USING (import_id, row_number)
WHERE f.import_id = @import AND f.row_number > @after AND f.row_number <= @through
  AND r.row_number > @after AND r.row_number <= @through
  AND f.outcome IN ('Changed', 'Leaving') AND e.id = f.subject_id;

-- Not named by a complete file.
UPDATE employees e
SET active_to = @as_of, changed_at = @now
FROM import_findings f
WHERE f.import_id = @import AND f.row_number > @after AND f.row_number <= @through AND f.outcome = 'Leaving'
  AND NOT EXISTS (SELECT FROM import_rows r WHERE r.import_id = f.import_id AND r.row_number = f.row_number)
  AND e.id = f.subject_id;

-- A new number takes the place of the old one, which stays searchable.
UPDATE employee_numbers n
SET until = @as_of
FROM import_findings f
JOIN employees e ON e.id = f.subject_id
WHERE f.import_id = @import AND f.row_number > @after AND f.row_number <= @through AND f.outcome IN ('Changed', 'Leaving')
  AND n.employee_id = e.id AND (n.number, n.kind) <> (e.number, e.number_kind) AND n.until IS NULL;

INSERT INTO employee_numbers (number, kind, employee_id, since)
SELECT e.number, e.number_kind, e.id, @as_of
FROM import_findings f
JOIN employees e ON e.id = f.subject_id
WHERE f.import_id = @import AND f.row_number > @after AND f.row_number <= @through AND f.outcome IN ('Changed', 'Leaving')
ON CONFLICT (number, kind) DO NOTHING;

-- History. The current period is the one that has not ended before the day of the file. First its end: no leaving date
-- leaves it open (greatest() alone would pass over the null and end it on its first day) ...
UPDATE employee_periods p
SET valid_to = CASE WHEN e.active_to IS NOT NULL THEN greatest(e.active_to, p.valid_from) END
FROM import_findings f
JOIN employees e ON e.id = f.subject_id
WHERE f.import_id = @import AND f.row_number > @after AND f.row_number <= @through AND f.outcome IN ('Changed', 'Leaving')
  AND p.employee_id = e.id AND coalesce(p.valid_to, 'infinity') >= @as_of
  AND p.valid_to IS DISTINCT FROM CASE WHEN e.active_to IS NOT NULL THEN greatest(e.active_to, p.valid_from) END;

-- ... then a second word on the same day replaces the first ...
UPDATE employee_periods p
SET number = e.number, employment_type = e.employment_type, rank = e.rank, position = e.position,
    position_family = e.position_family, position_level = e.position_level, unit_id = e.unit_id,
    supervisor_id = e.supervisor_id
FROM import_findings f
JOIN employees e ON e.id = f.subject_id
WHERE f.import_id = @import AND f.row_number > @after AND f.row_number <= @through AND f.outcome IN ('Changed', 'Leaving')
  AND p.employee_id = e.id AND p.valid_from >= @as_of AND coalesce(p.valid_to, 'infinity') >= @as_of;

-- ... and otherwise what was true until yesterday ends there ...
UPDATE employee_periods p
SET valid_to = @as_of - 1
FROM import_findings f
JOIN employees e ON e.id = f.subject_id
WHERE f.import_id = @import AND f.row_number > @after AND f.row_number <= @through AND f.outcome IN ('Changed', 'Leaving')
  AND p.employee_id = e.id AND p.valid_from < @as_of AND coalesce(p.valid_to, 'infinity') >= @as_of
  AND (p.number, p.employment_type, p.rank, p.position, p.position_family, p.position_level, p.unit_id, p.supervisor_id)
      IS DISTINCT FROM
      (e.number, e.employment_type, e.rank, e.position, e.position_family, e.position_level, e.unit_id, e.supervisor_id);

-- ... and the new state begins.
INSERT INTO employee_periods (employee_id, valid_from, valid_to, number, employment_type, rank, position,
                              position_family, position_level, unit_id, supervisor_id)
SELECT e.id, @as_of, e.active_to, e.number, e.employment_type, e.rank, e.position, e.position_family,
       e.position_level, e.unit_id, e.supervisor_id
FROM import_findings f
JOIN employees e ON e.id = f.subject_id
WHERE f.import_id = @import AND f.row_number > @after AND f.row_number <= @through AND f.outcome IN ('Changed', 'Leaving')
  AND coalesce(e.active_to, 'infinity') >= @as_of
  AND NOT EXISTS (SELECT FROM employee_periods p
                  WHERE p.employee_id = e.id AND coalesce(p.valid_to, 'infinity') >= @as_of);

INSERT INTO audit_entries (id, at, user_id, user_name, action, change, subject_type, subject_id, subject_name, root_id,
                           details)
SELECT gen_random_uuid(), @now, @user, @user_name, 'ApplyImport', 'Modified', 'Employee', e.id, e.name, e.id,
       (SELECT jsonb_object_agg(upper(left(d ->> 'field', 1)) || substr(d ->> 'field', 2),
                                jsonb_build_array(d -> 'before', d -> 'after'))
        FROM jsonb_array_elements(f.differences) AS d)
FROM import_findings f
JOIN employees e ON e.id = f.subject_id
WHERE f.import_id = @import AND f.row_number > @after AND f.row_number <= @through
  AND f.outcome IN ('Changed', 'Leaving');
