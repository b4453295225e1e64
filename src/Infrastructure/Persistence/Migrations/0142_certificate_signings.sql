-- Where persons sign through a remote service: how far each certificate is.
CREATE TABLE certificate_signings (
    certificate_id uuid PRIMARY KEY REFERENCES certificates (id),
    state          text NOT NULL,
    attempts       int NOT NULL,
    error_code     text,
    changed_at     timestamptz NOT NULL,
    CONSTRAINT certificate_signings_error CHECK ((state = 'Failed') = (error_code IS NOT NULL))
);
