-- What a training gives by the rule of its form, kept so that lists, letters and forecasts say what the ledger will.
ALTER TABLE trainings ADD COLUMN jp int NOT NULL DEFAULT 0;
