-- When a training takes its people's time: its sessions, or all its days while it has none.
CREATE FUNCTION times_of(training trainings) RETURNS TABLE (from_at timestamptz, to_at timestamptz) LANGUAGE sql STABLE AS $$
    SELECT s.starts_at, s.ends_at FROM sessions s WHERE s.training_id = training.id
    UNION ALL
    SELECT training.starts_on::timestamp AT TIME ZONE training.time_zone,
           (training.ends_on + 1)::timestamp AT TIME ZONE training.time_zone
    WHERE NOT EXISTS (SELECT FROM sessions s WHERE s.training_id = training.id)
$$;

-- What these trainings share their time with: rooms, instructors and people of other trainings that are not called off.
CREATE OR REPLACE FUNCTION training_clashes(ids uuid[])
RETURNS TABLE (kind text, training_id uuid, session_id uuid, what text, other_id uuid, from_at timestamptz, to_at timestamptz)
LANGUAGE sql STABLE AS $$
    WITH pairs AS (
        SELECT m.id AS mine, m.training_id AS my_training, m.room AS my_room, mt.venue AS my_venue,
               o.id AS other, o.training_id AS other_training, o.room AS other_room, ot.venue AS other_venue,
               o.starts_at, o.ends_at
        FROM sessions m
        JOIN trainings mt ON mt.id = m.training_id AND mt.state <> 'Cancelled'
        JOIN sessions o ON tstzrange(o.starts_at, o.ends_at) && tstzrange(m.starts_at, m.ends_at)
                       AND o.training_id <> m.training_id
        JOIN trainings ot ON ot.id = o.training_id AND ot.state <> 'Cancelled'
        WHERE m.training_id = ANY (ids)
    )
    SELECT 'Room', my_training, mine, my_room, other_training, starts_at, ends_at
    FROM pairs
    WHERE lower(trim(my_room)) = lower(trim(other_room))
      AND lower(trim(coalesce(my_venue, ''))) = lower(trim(coalesce(other_venue, '')))
    UNION ALL
    SELECT 'Instructor', my_training, mine, a.name, other_training, starts_at, ends_at
    FROM pairs
    JOIN session_instructors a ON a.session_id = mine
    JOIN session_instructors b ON b.session_id = other
     AND (a.employee_id = b.employee_id
          OR a.employee_id IS NULL AND b.employee_id IS NULL AND lower(a.name) = lower(b.name))
    UNION ALL
    -- Somebody who teaches here and sits in another training's session at that time ...
    SELECT 'Participation', m.training_id, m.id, a.name, p.training_id, min(o.from_at), max(o.to_at)
    FROM sessions m
    JOIN trainings mt ON mt.id = m.training_id AND mt.state <> 'Cancelled'
    JOIN session_instructors a ON a.session_id = m.id
    JOIN participants p ON p.employee_id = a.employee_id AND p.training_id <> m.training_id
                       AND p.state NOT IN ('Rejected', 'Declined', 'Withdrawn', 'Replaced')
    JOIN trainings ot ON ot.id = p.training_id AND ot.state <> 'Cancelled'
    JOIN LATERAL times_of(ot) o ON tstzrange(o.from_at, o.to_at) && tstzrange(m.starts_at, m.ends_at)
    WHERE m.training_id = ANY (ids)
    GROUP BY m.training_id, m.id, a.name, p.training_id
    UNION ALL
    -- ... and the other way round: somebody who sits here and teaches there.
    SELECT 'Instructor', p.training_id, NULL::uuid, a.name, o.training_id, min(o.starts_at), max(o.ends_at)
    FROM participants p
    JOIN trainings pt ON pt.id = p.training_id AND pt.state <> 'Cancelled'
    JOIN session_instructors a ON a.employee_id = p.employee_id
    JOIN sessions o ON o.id = a.session_id AND o.training_id <> p.training_id
    JOIN trainings ot ON ot.id = o.training_id AND ot.state <> 'Cancelled'
    JOIN LATERAL times_of(pt) m ON tstzrange(m.from_at, m.to_at) && tstzrange(o.starts_at, o.ends_at)
    WHERE p.training_id = ANY (ids) AND p.state NOT IN ('Rejected', 'Declined', 'Withdrawn', 'Replaced')
    GROUP BY p.training_id, a.name, o.training_id
    UNION ALL
    -- Nobody is confirmed twice; these are people on both lists who will have to choose.
    SELECT 'Participant', p.training_id, NULL::uuid, count(*)::text, o.training_id,
           min(o.starts_on)::timestamp AT TIME ZONE ot.time_zone, (max(o.ends_on) + 1)::timestamp AT TIME ZONE ot.time_zone
    FROM participants p
    JOIN participants o ON o.employee_id = p.employee_id AND o.training_id <> p.training_id
                       AND daterange(o.starts_on, o.ends_on, '[]') && daterange(p.starts_on, p.ends_on, '[]')
    JOIN trainings ot ON ot.id = o.training_id AND ot.state <> 'Cancelled'
    JOIN trainings pt ON pt.id = p.training_id AND pt.state <> 'Cancelled'
    WHERE p.training_id = ANY (ids)
      AND p.state NOT IN ('Rejected', 'Declined', 'Withdrawn', 'Replaced')
      AND o.state NOT IN ('Rejected', 'Declined', 'Withdrawn', 'Replaced')
    GROUP BY p.training_id, o.training_id, ot.time_zone
$$;
