ALTER TABLE coaching_agreements
    ADD COLUMN contract_file_hash    text REFERENCES stored_files (hash),
    ADD COLUMN contract_file_name    text,
    ADD COLUMN contract_content_type text;
CREATE INDEX coaching_agreements_contract ON coaching_agreements (contract_file_hash)
    WHERE contract_file_hash IS NOT NULL;
-- "My coaching": the agreements of a coach.
CREATE INDEX coaching_agreements_coach ON coaching_agreements (coach_employee_id)
    WHERE coach_employee_id IS NOT NULL;
