-- The competencies of a training stand in the order of its plan; the first is what the ledger notes.
ALTER TABLE training_competencies ADD COLUMN position int NOT NULL DEFAULT 0;
UPDATE training_competencies c
SET position = ranked.position
FROM (SELECT training_id, competency_id, level,
             row_number() OVER (PARTITION BY training_id ORDER BY competency_id, level) - 1 AS position
      FROM training_competencies) ranked
WHERE (c.training_id, c.competency_id, c.level) = (ranked.training_id, ranked.competency_id, ranked.level);
ALTER TABLE training_competencies ALTER COLUMN position DROP DEFAULT;
