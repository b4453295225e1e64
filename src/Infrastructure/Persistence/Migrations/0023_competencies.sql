CREATE TABLE dictionary_versions (
    id                uuid PRIMARY KEY,
    code              varchar(60) NOT NULL,
    number            int NOT NULL,
    title             varchar(300) NOT NULL,
    source            varchar(1000) NOT NULL,
    year              int,
    state             text NOT NULL,
    drafted_by        uuid NOT NULL,
    drafted_by_name   varchar(200) NOT NULL,
    drafted_at        timestamptz NOT NULL,
    decree_number     varchar(200),
    decree_date       date,
    published_by      uuid,
    published_by_name varchar(200),
    published_at      timestamptz,
    ended_at          timestamptz,
    CONSTRAINT dictionary_versions_number UNIQUE (code, number),
    CONSTRAINT dictionary_versions_four_eyes CHECK (published_by IS DISTINCT FROM drafted_by)
);
-- Two people who publish or import at once: one of each per dictionary.
CREATE UNIQUE INDEX dictionary_versions_published ON dictionary_versions (code) WHERE state = 'Published';
CREATE UNIQUE INDEX dictionary_versions_draft ON dictionary_versions (code) WHERE state = 'Draft';

CREATE TABLE competency_entries (
    id            uuid PRIMARY KEY,
    version_id    uuid NOT NULL REFERENCES dictionary_versions (id) ON DELETE CASCADE,
    competency_id uuid NOT NULL,
    number        int NOT NULL,
    code          varchar(20) NOT NULL,
    kind          text NOT NULL,
    "group"       varchar(200) NOT NULL,
    title         varchar(300) NOT NULL,
    description   varchar(4000) NOT NULL,
    position      int NOT NULL,
    search        tsvector NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector('indonesian'::regconfig, code || ' ' || title), 'A')
        || setweight(to_tsvector('indonesian'::regconfig, description), 'C')
    ) STORED,
    CONSTRAINT competency_entries_code UNIQUE (version_id, code),
    CONSTRAINT competency_entries_competency UNIQUE (version_id, competency_id)
);
-- A training or standard that names a competency looks it up by the id it keeps through all versions.
CREATE INDEX competency_entries_identity ON competency_entries (competency_id);
CREATE INDEX competency_entries_search ON competency_entries USING gin (search);
CREATE INDEX competency_entries_title ON competency_entries USING gin (title gin_trgm_ops);

CREATE TABLE competency_levels (
    id          uuid PRIMARY KEY,
    entry_id    uuid NOT NULL REFERENCES competency_entries (id) ON DELETE CASCADE,
    level       int NOT NULL CHECK (level BETWEEN 1 AND 5),
    description varchar(2000) NOT NULL,
    search      tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('indonesian'::regconfig, description)) STORED,
    CONSTRAINT competency_levels_level UNIQUE (entry_id, level)
);
CREATE INDEX competency_levels_search ON competency_levels USING gin (search);

CREATE TABLE competency_indicators (
    id       uuid PRIMARY KEY,
    level_id uuid NOT NULL REFERENCES competency_levels (id) ON DELETE CASCADE,
    text     varchar(1000) NOT NULL,
    position int NOT NULL,
    search   tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('indonesian'::regconfig, text)) STORED
);
CREATE INDEX competency_indicators_level ON competency_indicators (level_id);
CREATE INDEX competency_indicators_search ON competency_indicators USING gin (search);
CREATE INDEX competency_indicators_text ON competency_indicators USING gin (text gin_trgm_ops);

-- What is published never changes: only the way of the version itself goes on.
CREATE FUNCTION refuse_change_of_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM dictionary_versions v
        JOIN competency_entries e ON e.version_id = v.id
        LEFT JOIN competency_levels l ON l.entry_id = e.id
        WHERE v.published_at IS NOT NULL AND (to_jsonb(OLD) ->> TG_ARGV[0])::uuid IN (v.id, e.id, l.id)
    ) THEN
        RAISE EXCEPTION 'A published dictionary never changes.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER published_content BEFORE UPDATE OR DELETE ON competency_entries
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published('version_id');
CREATE TRIGGER published_content BEFORE UPDATE OR DELETE ON competency_levels
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published('entry_id');
CREATE TRIGGER published_content BEFORE UPDATE OR DELETE ON competency_indicators
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published('level_id');
