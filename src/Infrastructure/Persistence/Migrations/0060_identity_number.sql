-- An identity number may have 40 letters, which is for the institution to say; who has such a one may take part too.
ALTER TABLE participants ALTER COLUMN identity_number TYPE varchar(40);
