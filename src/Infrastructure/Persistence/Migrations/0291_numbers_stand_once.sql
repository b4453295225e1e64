-- A number is on a certificate or void, never both; nor are the places in a series. Each table has its own unique keys;
-- this watches them against each other. Whoever declares numbers void waits for those who issue, and looks afterwards;
-- those who issue wait only for that.
CREATE FUNCTION number_stands_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE twice text;
BEGIN
    IF TG_TABLE_NAME = 'void_numbers' THEN
        PERFORM pg_advisory_xact_lock(2026291);
        SELECT number INTO twice FROM added n
        WHERE EXISTS (SELECT FROM certificates c WHERE c.number = n.number)
           OR EXISTS (SELECT FROM certificates c WHERE c.series_id = n.series_id AND c.sequence = n.sequence)
        LIMIT 1;
    ELSE
        PERFORM pg_advisory_xact_lock_shared(2026291);
        SELECT number INTO twice FROM added n
        WHERE EXISTS (SELECT FROM void_numbers v WHERE v.number = n.number)
           OR EXISTS (SELECT FROM void_numbers v WHERE v.series_id = n.series_id AND v.sequence = n.sequence)
        LIMIT 1;
    END IF;
    IF twice IS NOT NULL THEN
        RAISE EXCEPTION 'The number % would be void and on a certificate.', twice
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'number_stands_once';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER number_stands_once AFTER INSERT ON certificates
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION number_stands_once();
CREATE TRIGGER number_stands_once AFTER INSERT ON void_numbers
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION number_stands_once();
