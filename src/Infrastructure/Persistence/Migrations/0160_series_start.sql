-- Where a series begins: without it a number lost at the very beginning could not be told from one given on paper.
ALTER TABLE number_series ADD COLUMN first int;
UPDATE number_series s SET first = coalesce(
    least(
        (SELECT min(sequence) FROM certificates c WHERE c.series_id = s.id),
        (SELECT min(sequence) FROM void_numbers v WHERE v.series_id = s.id)),
    s.last + 1);
ALTER TABLE number_series ALTER COLUMN first SET NOT NULL,
    ADD CONSTRAINT number_series_first CHECK (first >= 1 AND last >= first - 1);
