-- Why the system recommended somebody: the figures of that day, worded when they are read. Older recommendations keep
-- the sentence that was stored in their note.
ALTER TABLE participants
    ADD COLUMN recommended_jp     int,
    ADD COLUMN recommended_target int,
    ADD CONSTRAINT participants_recommended CHECK ((recommended_jp IS NULL) = (recommended_target IS NULL));
