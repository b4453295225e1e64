-- How much rests on a JP rule, and whether a new one would reach back before something posted. Millions of entries share
-- few versions and days, so that the index stays small.
CREATE INDEX ledger_entries_rule ON ledger_entries (rule_version, occurred_on)
    WHERE kind <> 'Reversal' AND rule_version <> 'programme';
