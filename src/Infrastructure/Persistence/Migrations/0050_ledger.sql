CREATE TABLE ledger_entries (
    id                 uuid PRIMARY KEY,
    employee_id        uuid NOT NULL,
    occurred_on        date NOT NULL,
    year               int NOT NULL,
    jp                 int NOT NULL,
    minutes            int NOT NULL,
    kind               text NOT NULL,
    source             text NOT NULL CONSTRAINT ledger_entries_source_key UNIQUE,
    origin_id          uuid NOT NULL,
    title              text NOT NULL,
    form               text,
    cluster            text,
    competency_id      uuid,
    level              int,
    dictionary_version text,
    rule_version       text NOT NULL,
    calculation        jsonb NOT NULL,
    posted_at          timestamptz NOT NULL,
    posted_by          uuid NOT NULL,
    reverses           uuid CONSTRAINT ledger_entries_reverses_key UNIQUE REFERENCES ledger_entries (id),
    reason             text,
    sequence           int NOT NULL,
    previous_hash      bytea NOT NULL,
    hash               bytea NOT NULL,
    CONSTRAINT ledger_entries_year CHECK (year = date_part('year', occurred_on)),
    CONSTRAINT ledger_entries_sign CHECK ((kind = 'Reversal') = (reverses IS NOT NULL) AND (kind = 'Reversal') = (jp < 0) AND jp <> 0),
    CONSTRAINT ledger_entries_chain_key UNIQUE (employee_id, sequence)
);
-- A person's statement of a year, and the sums of all years without touching the table.
CREATE INDEX ledger_entries_statement ON ledger_entries (employee_id, year, occurred_on) INCLUDE (jp, posted_at);
-- Reopening a training takes back what it posted.
CREATE INDEX ledger_entries_origin ON ledger_entries (origin_id);
CALL make_append_only('ledger_entries');

-- The end of every person's chain: also shows when the newest entries were cut off.
CREATE TABLE ledger_heads (
    employee_id uuid PRIMARY KEY,
    sequence    int NOT NULL,
    hash        bytea NOT NULL
);

CREATE FUNCTION ledger_entry_hash(entry ledger_entries) RETURNS bytea LANGUAGE sql STABLE SET search_path = public AS $$
    SELECT sha256(entry.previous_hash || convert_to(jsonb_build_array(
        entry.sequence, entry.id, entry.employee_id, to_char(entry.occurred_on, 'YYYY-MM-DD'), entry.year, entry.jp, entry.minutes,
        entry.kind, entry.source, entry.origin_id, entry.title, entry.form, entry.cluster, entry.competency_id, entry.level,
        entry.dictionary_version, entry.rule_version, entry.calculation,
        (extract(epoch FROM entry.posted_at) * 1000000)::bigint, entry.posted_by, entry.reverses, entry.reason)::text, 'UTF8'))
$$;

-- Links each new entry to the one before it. The row of the head is locked first, so that two transactions posting
-- for one person follow each other; a source that is there by then is skipped, which makes posting repeatable.
CREATE FUNCTION chain_ledger_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    head ledger_heads;
BEGIN
    INSERT INTO ledger_heads VALUES (NEW.employee_id, 0, '\x') ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM ledger_heads WHERE employee_id = NEW.employee_id FOR UPDATE;
    IF EXISTS (SELECT FROM ledger_entries WHERE source = NEW.source) THEN
        RETURN NULL;
    END IF;
    NEW.sequence := head.sequence + 1;
    NEW.previous_hash := head.hash;
    NEW.hash := ledger_entry_hash(NEW);
    UPDATE ledger_heads SET sequence = NEW.sequence, hash = NEW.hash WHERE employee_id = NEW.employee_id;
    RETURN NEW;
END $$;
CREATE TRIGGER chain BEFORE INSERT ON ledger_entries FOR EACH ROW EXECUTE FUNCTION chain_ledger_entry();

-- Only the trigger above (which runs as the owner) may move the heads.
CREATE FUNCTION refuse_application() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_user = 'pionir_app' THEN
        RAISE EXCEPTION 'Table % is kept by the ledger: % is refused.', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER kept_by_ledger BEFORE INSERT OR UPDATE OR DELETE ON ledger_heads FOR EACH ROW EXECUTE FUNCTION refuse_application();
