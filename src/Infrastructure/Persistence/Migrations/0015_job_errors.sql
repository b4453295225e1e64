-- Why a job failed, as a sentence in both languages with the values it names: { id, en }.
ALTER TABLE jobs ADD COLUMN error_text jsonb;
