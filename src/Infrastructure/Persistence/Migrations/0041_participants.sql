ALTER TABLE trainings
    ADD COLUMN applications_until date,
    ADD COLUMN minimum_attendance_percent int NOT NULL DEFAULT 80,
    ADD COLUMN minimum_post_test_score numeric(5,2),
    ADD COLUMN evaluation_required boolean NOT NULL DEFAULT false,
    ADD COLUMN completion_round int NOT NULL DEFAULT 0,
    ADD CONSTRAINT trainings_attendance_percent CHECK (minimum_attendance_percent BETWEEN 0 AND 100);

CREATE TABLE participants (
    id              uuid PRIMARY KEY,
    training_id     uuid NOT NULL REFERENCES trainings (id),
    employee_id     uuid,
    unit_id         uuid,
    supervisor_id   uuid,
    name            varchar(300) NOT NULL,
    identity_number varchar(30),
    affiliation     varchar(300) NOT NULL,
    external_email  varchar(254),
    state           text NOT NULL,
    source          text NOT NULL,
    note            varchar(500),
    nominated_by    uuid NOT NULL,
    nominated_at    timestamptz NOT NULL,
    state_since     timestamptz NOT NULL,
    reason          varchar(500),
    reserve_rank    int,
    replaced_by_id  uuid REFERENCES participants (id),
    starts_on       date NOT NULL,
    ends_on         date NOT NULL,
    post_test_score numeric(5,2),
    certificate_file_hash    text REFERENCES stored_files (hash),
    certificate_file_name    text,
    certificate_content_type text,
    certificate_number       varchar(100),
    CONSTRAINT participants_reserve CHECK ((state = 'Reserve') = (reserve_rank IS NOT NULL)),
    CONSTRAINT participants_person CHECK ((employee_id IS NULL) <> (external_email IS NULL)),
    -- Nobody sits in two trainings on one day, whatever two officers do at the same moment.
    CONSTRAINT participants_no_overlap EXCLUDE USING gist
        (employee_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
        WHERE (employee_id IS NOT NULL AND state IN ('Confirmed', 'Attended', 'Passed', 'Failed'))
);
CREATE UNIQUE INDEX participants_employee_once ON participants (training_id, employee_id)
    WHERE employee_id IS NOT NULL;
CREATE UNIQUE INDEX participants_external_once ON participants (training_id, external_email)
    WHERE external_email IS NOT NULL;
CREATE UNIQUE INDEX participants_rank ON participants (training_id, reserve_rank) WHERE reserve_rank IS NOT NULL;
-- The list of a training, by name; the counts by state.
CREATE INDEX participants_list ON participants (training_id, name, id) INCLUDE (state);
CREATE INDEX participants_state ON participants (training_id, state);
-- "My trainings", and the approval desks of unit and superior.
CREATE INDEX participants_mine ON participants (employee_id) WHERE employee_id IS NOT NULL;
CREATE INDEX participants_unit_desk ON participants (unit_id, nominated_at) WHERE state = 'Nominated';
CREATE INDEX participants_supervisor_desk ON participants (supervisor_id, nominated_at) WHERE state = 'Nominated';
CREATE INDEX participants_certificate ON participants (certificate_file_hash) WHERE certificate_file_hash IS NOT NULL;

-- Keeps trainings.seats_taken exact whatever changes participants; the check trainings_seats then refuses
-- the one place too many. A statement's whole effect is counted at once.
CREATE FUNCTION has_seat(state text) RETURNS int LANGUAGE sql IMMUTABLE AS $$
    SELECT (state IN ('Confirmed', 'Attended', 'Passed', 'Failed'))::int
$$;

CREATE FUNCTION count_seats_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE trainings t SET seats_taken = seats_taken + d.delta
    FROM (SELECT training_id, sum(has_seat(state)) AS delta FROM added GROUP BY training_id) d
    WHERE t.id = d.training_id AND d.delta <> 0;
    RETURN NULL;
END $$;

CREATE FUNCTION count_seats_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE trainings t SET seats_taken = seats_taken + d.delta
    FROM (SELECT training_id, sum(seats) AS delta
          FROM (SELECT training_id, has_seat(state) AS seats FROM added
                UNION ALL SELECT training_id, -has_seat(state) FROM removed) both_sides
          GROUP BY training_id) d
    WHERE t.id = d.training_id AND d.delta <> 0;
    RETURN NULL;
END $$;

CREATE TRIGGER participants_seats_inserted AFTER INSERT ON participants
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_seats_inserted();
CREATE TRIGGER participants_seats_updated AFTER UPDATE ON participants
    REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_seats_updated();

-- A training that moves takes its people along, or is refused when one of them would sit in two trainings.
CREATE FUNCTION move_participants() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE participants SET starts_on = NEW.starts_on, ends_on = NEW.ends_on WHERE training_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER trainings_moved AFTER UPDATE OF starts_on, ends_on ON trainings
    FOR EACH ROW WHEN (OLD.starts_on <> NEW.starts_on OR OLD.ends_on <> NEW.ends_on)
    EXECUTE FUNCTION move_participants();

CREATE TABLE unit_quotas (
    training_id uuid NOT NULL REFERENCES trainings (id) ON DELETE CASCADE,
    unit_id     uuid NOT NULL,
    places      int NOT NULL CHECK (places >= 0),
    PRIMARY KEY (training_id, unit_id)
);

CREATE TABLE invitations (
    id             uuid PRIMARY KEY,
    training_id    uuid NOT NULL REFERENCES trainings (id),
    participant_id uuid NOT NULL REFERENCES participants (id),
    kind           text NOT NULL,
    token_hash     bytea NOT NULL CONSTRAINT invitations_token UNIQUE,
    sent_at        timestamptz NOT NULL,
    expires_at     timestamptz NOT NULL,
    answer         text,
    answered_at    timestamptz
);
-- One open question to a person at a time.
CREATE UNIQUE INDEX invitations_open ON invitations (participant_id) WHERE answer IS NULL;
CREATE INDEX invitations_history ON invitations (training_id, sent_at);
-- What the clock closes.
CREATE INDEX invitations_clock ON invitations (expires_at) WHERE answer IS NULL;

CREATE TABLE attendance_marks (
    id             uuid PRIMARY KEY,
    training_id    uuid NOT NULL REFERENCES trainings (id),
    session_id     uuid NOT NULL CONSTRAINT attendance_marks_session REFERENCES sessions (id),
    participant_id uuid NOT NULL REFERENCES participants (id),
    status         text NOT NULL,
    minutes        int,
    source         text NOT NULL,
    taken_at       timestamptz NOT NULL,
    recorded_at    timestamptz NOT NULL,
    recorded_by    uuid NOT NULL,
    reason         varchar(300),
    superseded_at  timestamptz
);
-- One mark counts for a person in a session; the earlier ones are history.
CREATE UNIQUE INDEX attendance_marks_current ON attendance_marks (session_id, participant_id)
    WHERE superseded_at IS NULL;
CREATE INDEX attendance_marks_participant ON attendance_marks (participant_id) WHERE superseded_at IS NULL;
CREATE INDEX attendance_marks_training ON attendance_marks (training_id) WHERE superseded_at IS NULL;

CREATE TABLE check_in_windows (
    id          uuid PRIMARY KEY,
    training_id uuid NOT NULL REFERENCES trainings (id),
    session_id  uuid NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    secret      bytea NOT NULL,
    opened_at   timestamptz NOT NULL,
    closes_at   timestamptz NOT NULL,
    opened_by   uuid NOT NULL
);
CREATE INDEX check_in_windows_session ON check_in_windows (session_id, closes_at DESC);

CREATE TABLE coaching_agreements (
    id              uuid PRIMARY KEY,
    training_id     uuid NOT NULL REFERENCES trainings (id),
    participant_id  uuid NOT NULL REFERENCES participants (id),
    coach_name      varchar(300) NOT NULL,
    coach_employee_id uuid,
    kind            text NOT NULL,
    goal            varchar(2000) NOT NULL,
    agreed_meetings int NOT NULL CHECK (agreed_meetings BETWEEN 1 AND 100),
    CONSTRAINT coaching_agreements_participant UNIQUE (participant_id)
);
CREATE INDEX coaching_agreements_training ON coaching_agreements (training_id);

CREATE TABLE coaching_meetings (
    id           uuid PRIMARY KEY,
    agreement_id uuid NOT NULL REFERENCES coaching_agreements (id) ON DELETE CASCADE,
    held_on      date NOT NULL,
    minutes      int NOT NULL CHECK (minutes BETWEEN 1 AND 600),
    topic        varchar(500) NOT NULL,
    outcome      varchar(2000),
    recorded_at  timestamptz NOT NULL,
    recorded_by  uuid NOT NULL
);
CREATE INDEX coaching_meetings_agreement ON coaching_meetings (agreement_id, held_on);
