-- Where a second step is demanded, setting it up opens the rest, and its end closes it: on every instance at once.
CREATE TRIGGER access_changed AFTER UPDATE OF totp_confirmed_at ON credentials
    FOR EACH STATEMENT EXECUTE FUNCTION tell_access_changed();
