-- When the list of those who have a seat last changed: a letter that names them and is older must be made again.
ALTER TABLE trainings ADD COLUMN seats_changed_at timestamptz;

CREATE OR REPLACE FUNCTION count_seats_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE trainings t SET seats_taken = seats_taken + d.delta, seats_changed_at = d.at
    FROM (SELECT training_id, sum(has_seat(state)) AS delta, max(state_since) AS at FROM added GROUP BY training_id) d
    WHERE t.id = d.training_id AND d.delta <> 0;
    RETURN NULL;
END $$;

-- Somebody who comes in place of another leaves the count as it was, and the list not. A row is one person on one
-- training for ever, so the two sides meet by its id.
CREATE OR REPLACE FUNCTION count_seats_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE trainings t SET seats_taken = seats_taken + d.delta, seats_changed_at = d.at
    FROM (SELECT a.training_id, sum(has_seat(a.state) - has_seat(r.state)) AS delta, max(a.state_since) AS at
          FROM added a JOIN removed r USING (id)
          WHERE has_seat(a.state) <> has_seat(r.state)
          GROUP BY a.training_id) d
    WHERE t.id = d.training_id;
    RETURN NULL;
END $$;

UPDATE trainings t SET seats_changed_at = d.at
FROM (SELECT training_id, max(state_since) AS at FROM participants
      WHERE state IN ('Confirmed', 'Withdrawn', 'Replaced') GROUP BY training_id) d
WHERE d.training_id = t.id;
