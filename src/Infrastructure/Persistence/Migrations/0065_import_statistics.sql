-- A table that has just been filled has no statistics yet, and the planner then joins 20,000 rows with 20,000 rows by
-- looking at every pair. Only the owner may look (PostgreSQL 15), so the application asks through these functions.
CREATE FUNCTION refresh_import_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    ANALYZE import_rows (import_id, row_number, key, previous_key, unit_code, supervisor_number);
    ANALYZE import_findings (import_id, row_number, outcome, subject_id, unit_id);
END $$;

CREATE FUNCTION refresh_people_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    ANALYZE units, employees, employee_numbers, employee_periods, name_words;
END $$;
