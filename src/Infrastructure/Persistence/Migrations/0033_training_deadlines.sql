-- When the realised budget was reported, and when somebody was last reminded of it.
ALTER TABLE trainings
    ADD budget_note character varying(2000),
    ADD budget_reported_at timestamptz,
    ADD budget_reminded_at timestamptz,
    -- When its officer was told that it cannot complete by itself: once.
    ADD completion_asked_at timestamptz;
-- Reminders and the home page: budgets that wait for their report, by the end of the training.
CREATE INDEX trainings_budget_waits ON trainings (ends_on)
    WHERE budget_ceiling IS NOT NULL AND budget_realisation IS NULL AND state IN ('Running', 'Completed', 'Closed');
