-- Compared byte by byte, the key of numbers finds first digits too: an index that was kept for them alone is not needed.
DROP INDEX employee_numbers_prefix;
ALTER TABLE employee_numbers ALTER COLUMN number TYPE text COLLATE "C";
-- Search by the last digits, which people know of each other's number.
CREATE INDEX employee_numbers_end ON employee_numbers (reverse(number));
