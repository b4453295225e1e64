-- Derived roles and leaving follow from HR's data: a change of it is a change of rights.
CREATE TRIGGER access_changed AFTER INSERT OR UPDATE OR DELETE ON employees FOR EACH STATEMENT EXECUTE FUNCTION tell_access_changed();
CREATE TRIGGER access_changed AFTER INSERT OR UPDATE OR DELETE ON units FOR EACH STATEMENT EXECUTE FUNCTION tell_access_changed();
