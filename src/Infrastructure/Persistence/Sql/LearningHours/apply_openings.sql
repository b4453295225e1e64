-- Posts a portion of opening balances. @import, @after, @through, @now, @user
-- People in the same order as every posting, so that two never wait for each other in a circle. An item that was taken
-- back may come in again: its next round has a source of its own.
INSERT INTO ledger_entries (id, employee_id, occurred_on, year, jp, minutes, kind, source, origin_id, title, form,
                            rule_version, calculation, posted_at, posted_by)
SELECT r.new_id, f.subject_id, r.occurred_on, r.year, r.jp, r.jp * 45, 'Opening',
       'opening:' || replace(o.origin::text, '-', '') || ':' || 1 + (
           SELECT count(*) FROM ledger_entries l WHERE l.origin_id = o.origin AND l.kind = 'Opening'),
       o.origin, r.name, r.form, 'opening',
       jsonb_build_array(jsonb_build_object('kind', 'opening', 'jp', r.jp, 'note', r.reference)), @now, @user
FROM import_findings f
JOIN import_rows r USING (import_id, row_number)
CROSS JOIN LATERAL (SELECT opening_origin(f.subject_id, r.reference, r.name, r.year) AS origin) o
WHERE f.import_id = @import AND f.row_number > @after AND f.row_number <= @through
  AND r.row_number > @after AND r.row_number <= @through AND f.outcome = 'New'
ORDER BY f.subject_id, r.occurred_on
