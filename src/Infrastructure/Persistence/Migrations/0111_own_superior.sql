-- Nobody is their own superior: they would approve for themselves. Left over from merges of two records of one person.
UPDATE employees SET supervisor_id = NULL WHERE supervisor_id = id;
UPDATE employee_periods SET supervisor_id = NULL WHERE supervisor_id = employee_id;
-- A superior whose record was merged is the person into whose record it went.
UPDATE employees e SET supervisor_id = nullif(s.merged_into_id, e.id)
FROM employees s WHERE s.id = e.supervisor_id AND s.merged_into_id IS NOT NULL;
ALTER TABLE employees ADD CONSTRAINT employees_own_superior CHECK (supervisor_id <> id);
ALTER TABLE employee_periods ADD CONSTRAINT employee_periods_own_superior CHECK (supervisor_id <> employee_id);
