-- A replacement looks for the rows that hold what it replaces.
CREATE INDEX certificate_batch_rows_certificate ON certificate_batch_rows (certificate_id) WHERE certificate_id IS NOT NULL;

-- Rows of papers replaced before hold the last of their chain from now on.
WITH RECURSIVE chain AS (
    SELECT id AS held, replaced_by AS next FROM certificates WHERE replaced_by IS NOT NULL
    UNION ALL
    SELECT chain.held, c.replaced_by FROM chain JOIN certificates c ON c.id = chain.next WHERE c.replaced_by IS NOT NULL
), last AS (
    SELECT chain.held, c.id, c.holder_name FROM chain JOIN certificates c ON c.id = chain.next WHERE c.replaced_by IS NULL
)
UPDATE certificate_batch_rows r SET certificate_id = last.id, name = last.holder_name
FROM last WHERE r.certificate_id = last.held;
