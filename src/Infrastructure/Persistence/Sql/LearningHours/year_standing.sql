-- What people have reached in a year, judged by the targets of its end. @year, @first, @last, @after, @most, @types,
-- @minimum, @maximum. Ends in a list of common table expressions: what is done with them follows.
WITH people AS (
    SELECT id, employment_type, unit_id, active_from, active_to
    FROM employees WHERE id > @after AND merged_into_id IS NULL ORDER BY id LIMIT @most
), records AS (
    SELECT id AS person, id AS record FROM people
    UNION ALL
    SELECT merged.merged_into_id, merged.id FROM employees merged JOIN people ON people.id = merged.merged_into_id
), of_record AS (
    SELECT records.person, records.record, sum(entry.jp)::int AS jp,
           (array_agg(entry.hash ORDER BY entry.sequence DESC))[1] AS hash
    FROM records JOIN ledger_entries entry ON entry.employee_id = records.record AND entry.year = @year
    GROUP BY records.person, records.record
), earned AS (
    SELECT person, sum(jp)::int AS jp, sha256(string_agg(hash, '' ORDER BY record)) AS chain_end,
           CASE WHEN count(*) > 1 OR min(record::text) <> person::text THEN array_agg(record ORDER BY record) END AS records
    FROM of_record GROUP BY person
), judged AS (
    SELECT people.id, coalesce(period.unit_id, people.unit_id) AS unit_id,
           coalesce(period.employment_type, people.employment_type) AS employment_type,
           target.minimum AS minimum_jp, target.maximum AS maximum_jp, coalesce(earned.jp, 0) AS jp,
           greatest(0, least(coalesce(earned.jp, 0), target.maximum)) AS counted, earned.records, earned.chain_end
    FROM people
    LEFT JOIN earned ON earned.person = people.id
    LEFT JOIN LATERAL (
        SELECT employment_type, unit_id FROM employee_periods
        WHERE employee_id = people.id AND valid_from <= @last ORDER BY valid_from DESC LIMIT 1) period ON true
    LEFT JOIN unnest(@types, @minimum, @maximum) AS target (type, minimum, maximum)
        ON target.type = lower(coalesce(period.employment_type, people.employment_type))
    WHERE earned.person IS NOT NULL
       OR (people.active_from <= @last AND (people.active_to IS NULL OR people.active_to >= @first))
), standing AS (
    SELECT *, minimum_jp IS NULL OR counted >= minimum_jp AS met FROM judged
)
