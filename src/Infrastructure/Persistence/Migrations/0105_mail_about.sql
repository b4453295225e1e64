-- What a mail is about (a participant, a certificate), where it is sent again, and who hears when it does not arrive.
ALTER TABLE mail_outbox
    ADD COLUMN about_id   uuid,
    ADD COLUMN about_link text,
    ADD COLUMN sender_id  uuid;

UPDATE mail_outbox m SET about_id = i.participant_id
FROM invitations i WHERE m.key = 'invitation:' || i.id;

UPDATE mail_outbox m SET about_id = l.participant_id
FROM personal_links l WHERE split_part(m.key, ':', 1) = 'personal-link' AND split_part(m.key, ':', 2) = l.id::text;

UPDATE mail_outbox m SET about_id = c.id
FROM certificates c
WHERE split_part(m.key, ':', 1) IN ('certificate', 'certificate-revoked')
  AND split_part(m.key, ':', 2) = replace(c.id::text, '-', '');

-- The newest mail beside each line of the participants and of the certificates.
CREATE INDEX mail_outbox_about ON mail_outbox (about_id, created_at DESC) WHERE about_id IS NOT NULL;
