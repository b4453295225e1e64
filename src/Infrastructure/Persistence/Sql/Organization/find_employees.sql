-- Judges the rows of an import against the people on record. @import, @after, @doubtful, @code
-- What rows up to @after meant has come in already and stays.
DELETE FROM import_findings WHERE import_id = @import AND row_number > @after;

INSERT INTO import_findings (import_id, row_number, outcome, errors, differences, subject_id, unit_id, supervisor_id)
-- A former number is named without its kind, and several people may have it, each by another kind.
WITH former_numbers AS MATERIALIZED (
    SELECT number, min(employee_id::text)::uuid AS employee_id, count(DISTINCT employee_id) > 1 AS shared
    FROM employee_numbers
    WHERE number IN (SELECT previous_key FROM import_rows WHERE import_id = @import)
    GROUP BY number
), people AS MATERIALIZED (
    SELECT r.row_number, r.errors, r.new_id, r.key, r.number_kind, r.name, r.sex, r.birth_date, r.employment_type,
           r.rank, r.position, r.position_family, r.position_level, r.unit_code, r.supervisor_number, r.email, r.phone,
           r.active_from, r.active_to,
           u.id AS found_unit, own.employee_id AS own_id,
           CASE WHEN NOT former.shared THEN former.employee_id END AS former_id, former.shared AS former_shared,
           d.row_number IS NOT NULL AS doubtful,
           e.id AS known_id, (e.number, e.number_kind) <> (r.key, r.number_kind) AS renumbered,
           coalesce(e.id::text, concat_ws(' ', r.number_kind, r.key)) AS person
    FROM import_rows r
    LEFT JOIN units u ON u.code = r.unit_code
    LEFT JOIN employee_numbers own ON own.number = r.key AND own.kind = r.number_kind
    LEFT JOIN former_numbers former ON former.number = r.previous_key
    LEFT JOIN unnest(@doubtful) AS d (row_number) ON d.row_number = r.row_number
    LEFT JOIN employees e
        ON e.id = coalesce(own.employee_id, CASE WHEN NOT former.shared THEN former.employee_id END)
    WHERE r.import_id = @import
), repeated AS MATERIALIZED (
    -- The first good row counts; a bad or doubtful one never pushes a good one out. Only people who stand there more than
    -- once are put in an order: the others may be millions.
    SELECT row_number
    FROM (
        SELECT row_number, key, row_number() OVER (
                   PARTITION BY person ORDER BY cardinality(errors) > 0, doubtful, row_number) AS place
        FROM people
        WHERE person IN (SELECT person FROM people GROUP BY person HAVING count(*) > 1)
    ) AS places
    WHERE place > 1 AND key <> ''
), judged AS NOT MATERIALIZED (
    SELECT p.*,
           p.errors
               || CASE WHEN p.found_unit IS NULL THEN ARRAY['unit_code.unknown'] END
               -- A former number: a stale export, which would turn the clock back.
               || CASE WHEN p.own_id IS NOT NULL AND p.renumbered THEN ARRAY['identity_number.superseded'] END
               || CASE WHEN p.own_id <> p.former_id THEN ARRAY['identity_number.merge_needed'] END
               || CASE WHEN p.former_shared THEN ARRAY['identity_number.ambiguous'] END
               || CASE WHEN p.row_number IN (SELECT row_number FROM repeated) THEN ARRAY['identity_number.duplicate'] END AS found
    FROM people p
), bosses AS MATERIALIZED (
    SELECT DISTINCT supervisor_number AS number FROM people
), good AS MATERIALIZED (
    -- A superior is named without a kind. The one who has the number, in this file or on record; several leave it open.
    SELECT number, min(id::text)::uuid AS id
    FROM (
        SELECT key AS number, coalesce(known_id, new_id) AS id FROM judged
        WHERE cardinality(found) = 0 AND key IN (SELECT number FROM bosses)
        UNION
        SELECT number, employee_id FROM employee_numbers WHERE number IN (SELECT number FROM bosses)
    ) AS holders
    GROUP BY number
    HAVING count(*) = 1
), placed AS (
    SELECT j.*, nullif(g.id, coalesce(j.known_id, j.new_id)) AS boss
    FROM judged j
    LEFT JOIN good g ON g.number = j.supervisor_number
), compared AS (
    SELECT p.*, e.active_to AS known_to,
           e.id IS NOT NULL AND (
               (e.number, e.number_kind, e.name, e.sex, e.birth_date, e.employment_type, e.rank, e.position,
                e.position_family, e.position_level, e.unit_id, e.email, e.phone, e.active_from, e.active_to)
               IS DISTINCT FROM
               (p.key, p.number_kind, p.name, p.sex, p.birth_date, p.employment_type, p.rank, p.position,
                p.position_family, p.position_level, p.found_unit, p.email, p.phone,
                coalesce(p.active_from, e.active_from), p.active_to)
               OR CASE WHEN p.boss IS NULL
                       THEN p.supervisor_number IS DISTINCT FROM e.supervisor_number
                       -- Another number of the same superior is no difference.
                       ELSE p.boss IS DISTINCT FROM e.supervisor_id END
           ) AS differs
    FROM placed p
    LEFT JOIN employees e ON e.id = p.known_id
)
SELECT @import, c.row_number,
       CASE WHEN cardinality(c.found) > 0 THEN 'Wrong'
            WHEN c.doubtful THEN 'Doubtful'
            WHEN c.known_id IS NULL THEN 'New'
            WHEN c.active_to IS NOT NULL AND c.known_to IS NULL THEN 'Leaving'
            WHEN c.differs THEN 'Changed'
            ELSE 'Unchanged' END,
       CASE WHEN c.doubtful AND cardinality(c.found) = 0 THEN ARRAY[@code] ELSE c.found END,
       CASE WHEN c.differs AND cardinality(c.found) = 0 THEN (
           SELECT jsonb_agg(jsonb_build_object('field', d.field, 'before', d.before, 'after', d.after))
           FROM employees e, LATERAL (VALUES
               ('number', e.number, c.key),
               ('numberKind', e.number_kind, c.number_kind),
               ('name', e.name, c.name),
               ('sex', e.sex, c.sex),
               ('birthDate', e.birth_date::text, c.birth_date::text),
               ('employmentType', e.employment_type, c.employment_type),
               ('rank', e.rank, c.rank),
               ('position', e.position, c.position),
               ('positionFamily', e.position_family, c.position_family),
               ('positionLevel', e.position_level, c.position_level),
               ('unit', (SELECT code FROM units WHERE id = e.unit_id), c.unit_code),
               ('supervisor', e.supervisor_number, c.supervisor_number),
               ('email', e.email, c.email),
               ('phone', e.phone, c.phone),
               ('activeFrom', e.active_from::text, coalesce(c.active_from, e.active_from)::text),
               ('activeTo', e.active_to::text, c.active_to::text)
           ) AS d (field, before, after)
           WHERE e.id = c.known_id AND d.before IS DISTINCT FROM d.after
       ) END,
       coalesce(c.known_id, CASE WHEN cardinality(c.found) = 0 THEN c.new_id END), c.found_unit, c.boss
FROM compared c
WHERE c.row_number > @after;
