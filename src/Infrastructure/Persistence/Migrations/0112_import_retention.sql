-- The rows of an import are personal data of everybody in the file, and served their purpose once it was applied. The
-- import itself stays, with its counts.
ALTER TABLE imports ADD COLUMN rows_cleared_at timestamptz;
