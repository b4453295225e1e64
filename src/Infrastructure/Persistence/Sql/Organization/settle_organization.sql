-- After people have come in: superiors who were awaited, and the heads of units. @today, @now, @user, @user_name
-- Everybody is looked at once, in memory as far as that goes.
SET LOCAL work_mem = '128MB';

WITH arrived AS (
    UPDATE employees e SET supervisor_id = n.employee_id
    FROM employee_numbers n
    WHERE e.supervisor_id IS NULL AND e.supervisor_number IS NOT NULL
      AND n.number = e.supervisor_number AND n.employee_id <> e.id
      -- One number of two people, each by another kind, leaves the superior open.
      AND NOT EXISTS (SELECT FROM employee_numbers other
                      WHERE other.number = n.number AND other.employee_id <> n.employee_id)
    RETURNING e.id, e.supervisor_id
)
UPDATE employee_periods p SET supervisor_id = arrived.supervisor_id
FROM arrived
WHERE p.employee_id = arrived.id AND p.valid_to IS NULL;

-- The head of a unit: nobody of the unit is above them, and they hold a leading position or have people in the unit;
-- whoever has most.
WITH here AS (
    SELECT id, number, unit_id, supervisor_id, position_family = 'JPT' AS leads
    FROM employees
    WHERE merged_into_id IS NULL AND active_from <= @today AND (active_to IS NULL OR active_to >= @today)
), people AS (
    SELECT s.supervisor_id AS id, count(*) AS count
    FROM here s JOIN here b ON b.id = s.supervisor_id AND b.unit_id = s.unit_id
    GROUP BY s.supervisor_id
), heads AS (
    SELECT DISTINCT ON (e.unit_id) e.unit_id, e.id
    FROM here e
    LEFT JOIN people p ON p.id = e.id
    LEFT JOIN here b ON b.id = e.supervisor_id AND b.unit_id = e.unit_id
    WHERE b.id IS NULL AND (e.leads OR p.count > 0)
    ORDER BY e.unit_id, e.leads DESC, p.count DESC NULLS LAST, e.number
), led AS (
    UPDATE units u SET leader_id = h.id, changed_at = @now
    FROM units known
    LEFT JOIN heads h ON h.unit_id = known.id
    WHERE known.id = u.id AND u.leader_id IS DISTINCT FROM h.id
    RETURNING u.id, u.name, known.leader_id AS before, h.id AS after
)
-- Who heads a unit may do what its head may, so the trail says since when.
INSERT INTO audit_entries (id, at, user_id, user_name, action, change, subject_type, subject_id, subject_name, root_id,
                           details)
SELECT gen_random_uuid(), @now, @user, @user_name, 'ApplyImport', 'Modified', 'Unit', id, name, id,
       jsonb_build_object('LeaderId', jsonb_build_array(before, after))
FROM led;
