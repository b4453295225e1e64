-- A certificate follows its holder when two records of one person are merged. Everything that is printed stays frozen;
-- the link may move, and only to the record into which the old one was merged. Checked at the end of the transaction,
-- in which the merge itself is written.
CREATE OR REPLACE FUNCTION keep_certificate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'A certificate is never deleted.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (NEW.id, NEW.kind, NEW.number, NEW.series_id, NEW.sequence, NEW.source_id, NEW.participant_id, NEW.holder_name,
        NEW.title, NEW.jp, NEW.issued_on, NEW.issued_at, NEW.issued_by, NEW.token, NEW.snapshot, NEW.template_version, NEW.content_hash, NEW.edition)
       IS DISTINCT FROM
       (OLD.id, OLD.kind, OLD.number, OLD.series_id, OLD.sequence, OLD.source_id, OLD.participant_id, OLD.holder_name,
        OLD.title, OLD.jp, OLD.issued_on, OLD.issued_at, OLD.issued_by, OLD.token, OLD.snapshot, OLD.template_version, OLD.content_hash, OLD.edition)
       OR (OLD.status = 'Replaced' AND NEW.status <> 'Replaced') OR (OLD.status = 'Revoked' AND NEW.status = 'Issued') THEN
        RAISE EXCEPTION 'What a certificate says cannot be changed.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION keep_holder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM employees WHERE id = OLD.employee_id AND merged_into_id = NEW.employee_id) THEN
        RAISE EXCEPTION 'A certificate stays with its holder.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER kept_by_holder AFTER UPDATE ON certificates DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.employee_id IS DISTINCT FROM NEW.employee_id) EXECUTE FUNCTION keep_holder();

-- Merges made before what they hold followed. First no chains: every record points at the one that stands.
WITH RECURSIVE chain AS (
    SELECT id, merged_into_id AS target FROM employees WHERE merged_into_id IS NOT NULL
    UNION
    SELECT chain.id, next.merged_into_id FROM chain JOIN employees next ON next.id = chain.target WHERE next.merged_into_id IS NOT NULL
)
UPDATE employees e SET merged_into_id = chain.target
FROM chain JOIN employees kept ON kept.id = chain.target AND kept.merged_into_id IS NULL
WHERE e.id = chain.id AND e.merged_into_id <> chain.target;

UPDATE certificates c SET employee_id = e.merged_into_id FROM employees e WHERE e.id = c.employee_id AND e.merged_into_id IS NOT NULL;
SET CONSTRAINTS ALL IMMEDIATE;
UPDATE notifications n SET employee_id = e.merged_into_id FROM employees e WHERE e.id = n.employee_id AND e.merged_into_id IS NOT NULL;
UPDATE accounts a SET employee_id = e.merged_into_id FROM employees e
WHERE e.id = a.employee_id AND e.merged_into_id IS NOT NULL
  AND NOT EXISTS (SELECT FROM accounts other WHERE other.employee_id = e.merged_into_id)
  AND a.id = (SELECT min(twin.id::text)::uuid FROM accounts twin JOIN employees t ON t.id = twin.employee_id WHERE t.merged_into_id = e.merged_into_id);
UPDATE participants p SET employee_id = e.merged_into_id FROM employees e
WHERE e.id = p.employee_id AND e.merged_into_id IS NOT NULL
  AND NOT EXISTS (
    SELECT FROM participants o JOIN employees other ON other.id = o.employee_id
    WHERE o.id <> p.id AND coalesce(other.merged_into_id, other.id) = e.merged_into_id
      AND (o.training_id = p.training_id OR daterange(o.starts_on, o.ends_on, '[]') && daterange(p.starts_on, p.ends_on, '[]')));
