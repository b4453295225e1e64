CREATE TABLE notifications (
    id          uuid PRIMARY KEY,
    user_id     uuid,
    employee_id uuid,
    code        varchar(100) NOT NULL,
    arguments   jsonb NOT NULL,
    link        varchar(300) NOT NULL,
    created_at  timestamptz NOT NULL,
    read_at     timestamptz,
    CONSTRAINT notifications_recipient CHECK (num_nonnulls(user_id, employee_id) = 1)
);
-- The bell on every page.
CREATE INDEX notifications_user ON notifications (user_id, created_at DESC) WHERE user_id IS NOT NULL;
CREATE INDEX notifications_employee ON notifications (employee_id, created_at DESC) WHERE employee_id IS NOT NULL;
