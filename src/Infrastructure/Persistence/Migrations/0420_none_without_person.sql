-- What the references that 0385 dropped refused, asked once for all rows of a statement and without marking the person, who
-- cannot go away. The planner cannot make a join of this subquery: a portion of an import looks up its own people and never
-- reads millions of others.
CREATE FUNCTION refuse_without_person() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    stranger uuid;
BEGIN
    SELECT c.employee_id INTO stranger FROM changed c
    WHERE (SELECT true FROM employees e WHERE e.id = c.employee_id) IS NULL LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'There is no employee %.', stranger
            USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_person';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER person_of_new AFTER INSERT ON employee_numbers
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refuse_without_person();
CREATE TRIGGER person_of_changed AFTER UPDATE ON employee_numbers
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refuse_without_person();
CREATE TRIGGER person_of_new AFTER INSERT ON employee_periods
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refuse_without_person();
CREATE TRIGGER person_of_changed AFTER UPDATE ON employee_periods
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refuse_without_person();
CREATE TRIGGER never_renamed BEFORE UPDATE OF id ON employees FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
