-- Papers that were asked for while the time-stamp authority was away. They are signed by themselves once it is back.
CREATE TABLE stamp_queue (
    certificate_id  uuid PRIMARY KEY REFERENCES certificates (id),
    asked_at        timestamptz NOT NULL,
    attempts        int NOT NULL,
    next_attempt_at timestamptz NOT NULL
);
-- Each minute: which are due?
CREATE INDEX stamp_queue_due ON stamp_queue (next_attempt_at);
