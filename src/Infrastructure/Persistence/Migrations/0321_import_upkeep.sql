-- What an import of millions pays for every row, and what nobody would miss.

-- Rows and findings are written by the import that they name, in its own transaction, and no import is ever deleted.
ALTER TABLE import_rows DROP CONSTRAINT import_rows_import_id_fkey;
ALTER TABLE import_findings DROP CONSTRAINT import_findings_import_id_fkey;

-- A period copies the unit of its person, which is checked there; a unit is dissolved, never deleted.
ALTER TABLE employee_periods DROP CONSTRAINT employee_periods_unit_id_fkey;
CREATE TRIGGER never_deleted BEFORE DELETE ON units FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The people of a unit are sorted by name as fast as they are read in that order, and several units never were in it.
CREATE INDEX employees_unit ON employees (unit_id);
DROP INDEX employees_unit_name;
