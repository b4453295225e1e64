-- One row in a database that was filled with demo data: no real installation starts on it.
CREATE TABLE demo_marks (
    only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    marked_at timestamptz NOT NULL DEFAULT now()
);
-- Demo databases made before there was a mark.
INSERT INTO demo_marks SELECT true, now() WHERE EXISTS (SELECT FROM accounts WHERE email = 'admin@contoh.go.id');
