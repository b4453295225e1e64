-- A row whose number is that of somebody else by name and birth date waits for a confirmation of its own.
ALTER TABLE imports ADD COLUMN doubtful int NOT NULL DEFAULT 0;
ALTER TABLE imports ALTER COLUMN doubtful DROP DEFAULT;

-- The known name, birth date and sex, as far as they differ, that somebody saw who said it is the same person: when
-- they are others by the time the row is judged again, the word does not hold any more.
ALTER TABLE import_rows ADD COLUMN confirmed_against jsonb;
