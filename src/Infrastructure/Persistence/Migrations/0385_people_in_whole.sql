-- Numbers and periods are parts of their person and written with it, by the same statement or aggregate. Asking for every
-- row whether the person is there, and marking the person each time, was a quarter of what the database paid for an import.
ALTER TABLE employee_numbers DROP CONSTRAINT employee_numbers_employee_id_fkey;
ALTER TABLE employee_periods DROP CONSTRAINT employee_periods_employee_id_fkey;
-- A person leaves or is merged, and stays on record.
CREATE TRIGGER never_deleted BEFORE DELETE ON employees FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
