CREATE TABLE certificate_templates (
    id             uuid PRIMARY KEY,
    name           varchar(120) NOT NULL,
    draft          text NOT NULL,
    changed_at     timestamptz NOT NULL,
    changed_by     uuid NOT NULL,
    published      int NOT NULL CHECK (published >= 0),
    published_hash bytea,
    archived_at    timestamptz
);
CREATE UNIQUE INDEX certificate_templates_name ON certificate_templates (lower(name)) WHERE archived_at IS NULL;

-- What was published stays: every certificate is printed from its version for ever.
CREATE TABLE certificate_template_versions (
    id           uuid PRIMARY KEY,
    template_id  uuid NOT NULL REFERENCES certificate_templates (id),
    number       int NOT NULL CHECK (number >= 1),
    code         text NOT NULL CONSTRAINT certificate_template_versions_code UNIQUE,
    document     text NOT NULL,
    content_hash bytea NOT NULL,
    published_at timestamptz NOT NULL,
    published_by uuid NOT NULL,
    CONSTRAINT certificate_template_versions_number UNIQUE (template_id, number)
);
CALL make_append_only('certificate_template_versions');

CREATE TABLE certificate_template_assignments (
    id          uuid PRIMARY KEY,
    kind        text NOT NULL,
    scheme      text,
    unit_id     uuid,
    template_id uuid NOT NULL REFERENCES certificate_templates (id),
    changed_at  timestamptz NOT NULL
);
-- One answer for each question.
CREATE UNIQUE INDEX certificate_template_assignments_once
    ON certificate_template_assignments (kind, scheme, unit_id) NULLS NOT DISTINCT;

-- Fonts and pictures are never changed or removed: versions and the certificates printed with them need them.
CREATE TABLE certificate_fonts (
    id          uuid PRIMARY KEY,
    name        varchar(120) NOT NULL,
    file_hash   text NOT NULL CONSTRAINT certificate_fonts_file UNIQUE REFERENCES stored_files (hash),
    bytes       bigint NOT NULL,
    letters     int NOT NULL,
    licence     varchar(1000) NOT NULL,
    uploaded_at timestamptz NOT NULL,
    uploaded_by uuid NOT NULL
);
CALL make_append_only('certificate_fonts');

CREATE TABLE certificate_pictures (
    id           uuid PRIMARY KEY,
    name         text NOT NULL,
    file_hash    text NOT NULL CONSTRAINT certificate_pictures_file UNIQUE REFERENCES stored_files (hash),
    content_type text NOT NULL,
    bytes        bigint NOT NULL,
    width        int NOT NULL CHECK (width > 0),
    height       int NOT NULL CHECK (height > 0),
    uploaded_at  timestamptz NOT NULL,
    uploaded_by  uuid NOT NULL
);
CALL make_append_only('certificate_pictures');

-- Batches asked for before there were designed templates are printed with the one that shipped.
ALTER TABLE certificate_batches ADD template_version text NOT NULL DEFAULT 'resmi-1';
ALTER TABLE certificate_batches ALTER template_version DROP DEFAULT;
