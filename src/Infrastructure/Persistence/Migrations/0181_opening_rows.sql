-- Rows of opening balances: lesson hours that were earned before this system was used.
ALTER TABLE import_rows
    ADD COLUMN jp          int,
    ADD COLUMN year        int,
    ADD COLUMN occurred_on date,
    ADD COLUMN form        text,
    ADD COLUMN reference   text;

-- One item of a person: the same document saying the same about the same year. Posted again, it is found by this.
CREATE FUNCTION opening_origin(employee uuid, reference text, title text, year int) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT md5('opening|' || employee || '|' || lower(reference) || '|' || lower(title) || '|' || year)::uuid
$$;
