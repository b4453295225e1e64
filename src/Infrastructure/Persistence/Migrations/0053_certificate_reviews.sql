-- Since when a corrected training says otherwise than the paper; the paper stays valid until it is re-issued.
ALTER TABLE certificates ADD outdated_since timestamptz;
-- The certificates tab of a training: those to be re-issued.
CREATE INDEX certificates_outdated ON certificates (source_id, sequence)
    WHERE status = 'Issued' AND outdated_since IS NOT NULL;
