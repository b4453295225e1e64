-- What a completed training gave stands with it, as it stands in the ledger: a rule that changes afterwards must not
-- change what a certificate issued later says. Trainings completed before keep what their entries say.
ALTER TABLE trainings
    ADD COLUMN awarded_jp int,
    ADD COLUMN awarded_minutes int,
    ADD COLUMN awarded_rule_version text,
    ADD COLUMN awarded_calculation text;

UPDATE trainings t
SET awarded_jp = l.jp, awarded_minutes = l.minutes, awarded_rule_version = l.rule_version, awarded_calculation = l.calculation::text
FROM trainings done
    CROSS JOIN LATERAL (
        SELECT jp, minutes, rule_version, calculation FROM ledger_entries
        WHERE origin_id = done.id AND kind = 'Training' ORDER BY posted_at DESC LIMIT 1) l
WHERE done.id = t.id AND t.state IN ('Completed', 'Closed');
