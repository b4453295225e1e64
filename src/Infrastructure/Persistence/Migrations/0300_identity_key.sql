-- An identity is a kind and a number: an institution's own kind may give somebody the digits of another one's NRP.
-- The number first, for those who ask by number alone.
ALTER TABLE employee_numbers DROP CONSTRAINT employee_numbers_number,
    ADD CONSTRAINT employee_numbers_identity PRIMARY KEY (number, kind);
