-- A year of lesson hours is closed by the head of the centre; opened again, it keeps the row of its first closing.
CREATE TABLE year_closings (
    id               uuid PRIMARY KEY,
    year             int NOT NULL,
    reason           text NOT NULL,
    closed_by        uuid NOT NULL,
    closed_by_name   text NOT NULL,
    closed_at        timestamptz NOT NULL,
    job_id           uuid,
    -- What was frozen, once every person's result stands.
    frozen_at        timestamptz,
    people           int NOT NULL,
    owing            int NOT NULL,
    met              int NOT NULL,
    jp               bigint NOT NULL,
    reopened_by      uuid,
    reopened_by_name text,
    reopened_at      timestamptz,
    reopen_reason    text
);
CREATE UNIQUE INDEX year_closings_standing ON year_closings (year) WHERE reopened_at IS NULL;

-- What everybody had reached when the year was closed. Never changed: a year closed anew has rows of its own.
CREATE TABLE year_results (
    employee_id     uuid NOT NULL,
    closing_id      uuid NOT NULL REFERENCES year_closings (id),
    year            int NOT NULL,
    unit_id         uuid NOT NULL,
    employment_type text NOT NULL,
    minimum_jp      int,
    maximum_jp      int,
    jp              int NOT NULL,
    counted         int NOT NULL,
    met             boolean NOT NULL,
    -- The records whose hours were summed, where somebody has more than one.
    records         uuid[],
    -- The end of the year in the chain of each record: the hash covers everything before it.
    chain_end       bytea,
    PRIMARY KEY (employee_id, closing_id)
);
CREATE INDEX year_results_closing ON year_results (closing_id, employee_id);
CALL make_append_only('year_results');

-- As before, and nothing enters a closed year. Whoever posts holds the year shared until the transaction ends, whoever
-- closes it takes it alone: a posting is either in before the results are counted or finds the year closed. The year
-- is taken before the head, so that a posting that waits for a closing holds nobody up.
CREATE OR REPLACE FUNCTION chain_ledger_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    head ledger_heads;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(2026180, NEW.year);
    INSERT INTO ledger_heads VALUES (NEW.employee_id, 0, '\x') ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM ledger_heads WHERE employee_id = NEW.employee_id FOR UPDATE;
    IF EXISTS (SELECT FROM ledger_entries WHERE source = NEW.source) THEN
        RETURN NULL;
    END IF;
    IF EXISTS (SELECT FROM year_closings WHERE year = NEW.year AND reopened_at IS NULL) THEN
        RAISE EXCEPTION 'The year % is closed.', NEW.year
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_entries_open_year';
    END IF;
    NEW.sequence := head.sequence + 1;
    NEW.previous_hash := head.hash;
    NEW.hash := ledger_entry_hash(NEW);
    UPDATE ledger_heads SET sequence = NEW.sequence, hash = NEW.hash WHERE employee_id = NEW.employee_id;
    RETURN NEW;
END $$;

-- A closing may be finished and opened again, once; what it says stays.
CREATE FUNCTION keep_year_closing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.reopened_at IS NOT NULL
       OR (NEW.id, NEW.year, NEW.reason, NEW.closed_by, NEW.closed_by_name, NEW.closed_at)
          IS DISTINCT FROM (OLD.id, OLD.year, OLD.reason, OLD.closed_by, OLD.closed_by_name, OLD.closed_at)
       OR (OLD.frozen_at IS NOT NULL AND (NEW.frozen_at, NEW.people, NEW.owing, NEW.met, NEW.jp)
          IS DISTINCT FROM (OLD.frozen_at, OLD.people, OLD.owing, OLD.met, OLD.jp)) THEN
        RAISE EXCEPTION 'The closing of a year is kept.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON year_closings FOR EACH ROW EXECUTE FUNCTION keep_year_closing();
CREATE TRIGGER kept_all BEFORE TRUNCATE ON year_closings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
