-- Statements of lesson hours that were given out as papers; each can be checked by its token.
CREATE TABLE jp_papers (
    id           uuid PRIMARY KEY,
    employee_id  uuid NOT NULL,
    year         int NOT NULL,
    issued_on    date NOT NULL,
    issued_at    timestamptz NOT NULL,
    issued_to    uuid NOT NULL,
    token        text NOT NULL CONSTRAINT jp_papers_token_key UNIQUE,
    address      text NOT NULL,
    layout       text NOT NULL,
    content      text NOT NULL,
    content_hash bytea NOT NULL,
    -- The same statement on the same day is the same paper, however often it is asked for.
    CONSTRAINT jp_papers_once UNIQUE (employee_id, year, layout, content_hash)
);
CALL make_append_only('jp_papers');
