-- A status list asks which of its certificates ended: few of very many.
CREATE INDEX certificates_ended ON certificates (id) WHERE status <> 'Issued';
