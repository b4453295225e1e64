-- Everything held on one person. A block begins with "-- key | Title | English title"; a column is named
-- "key|Head of the column"; one with the key "message" becomes the sentence that its code stands for. $1: the person's records, $2: the account, $3: the person's e-mail addresses.

-- profile | Profil | Profile
SELECT e.name AS "name|Nama", e.number AS "number|Nomor identitas", e.number_kind AS "numberKind|Jenis nomor",
       e.sex AS "sex|Jenis kelamin", e.birth_date AS "birthDate|Tanggal lahir", e.employment_type AS "employmentType|Jenis kepegawaian",
       e.rank AS "rank|Pangkat", e.position AS "position|Jabatan", e.position_family AS "positionFamily|Rumpun",
       e.position_level AS "positionLevel|Jenjang", u.name AS "unit|Unit kerja", s.name AS "supervisor|Atasan",
       e.email AS "email|Surel", e.phone AS "phone|Telepon", e.active_from AS "activeFrom|Bertugas sejak",
       e.active_to AS "activeTo|Sampai", e.changed_at AS "changedAt|Diperbarui"
FROM employees e JOIN units u ON u.id = e.unit_id LEFT JOIN employees s ON s.id = e.supervisor_id
WHERE e.id = ANY ($1) ORDER BY e.merged_into_id NULLS FIRST, e.id;

-- numbers | Nomor identitas | Identity numbers
SELECT n.number AS "number|Nomor", n.kind AS "kind|Jenis", n.since AS "since|Sejak", n.until AS "until|Sampai"
FROM employee_numbers n WHERE n.employee_id = ANY ($1) ORDER BY n.since NULLS FIRST, n.number;

-- history | Riwayat jabatan | Positions and units
SELECT p.valid_from AS "validFrom|Sejak", p.valid_to AS "validTo|Sampai", p.number AS "number|Nomor", p.employment_type AS "employmentType|Jenis kepegawaian",
       p.rank AS "rank|Pangkat", p.position AS "position|Jabatan", p.position_family AS "positionFamily|Rumpun",
       p.position_level AS "positionLevel|Jenjang", u.name AS "unit|Unit kerja", s.name AS "supervisor|Atasan"
FROM employee_periods p JOIN units u ON u.id = p.unit_id LEFT JOIN employees s ON s.id = p.supervisor_id
WHERE p.employee_id = ANY ($1) ORDER BY p.valid_from;

-- account | Akun | Account
SELECT a.email AS "email|Surel", a.name AS "name|Nama", a.status AS "status|Status", a.created_at AS "createdAt|Dibuat",
       c.password_set_at AS "passwordSetAt|Kata sandi diatur", c.last_signed_in_at AS "lastSignedInAt|Terakhir masuk",
       c.totp_confirmed_at AS "twoFactorSince|Verifikasi dua langkah sejak"
FROM accounts a LEFT JOIN credentials c ON c.account_id = a.id WHERE a.id = $2;

-- roles | Peran | Roles
SELECT r.role AS "role|Peran", u.name AS "unit|Unit kerja", r.assigned_at AS "assignedAt|Diberikan", b.name AS "assignedBy|Oleh"
FROM role_assignments r LEFT JOIN units u ON u.id = r.unit_id LEFT JOIN accounts b ON b.id = r.assigned_by
WHERE r.account_id = $2 ORDER BY r.assigned_at;

-- delegations | Pelimpahan | Delegations
SELECT d.kind AS "kind|Sebutan", d.starts_on AS "startsOn|Sejak", d.ends_on AS "endsOn|Sampai", d.letter_number AS "letterNumber|Nomor surat",
       d.ended_at AS "endedAt|Diakhiri", d.end_reason AS "endReason|Alasan"
FROM delegations d WHERE d.delegate_id = $2 ORDER BY d.starts_on;

-- sessions | Masuk | Sign-ins
SELECT s.started_at AS "startedAt|Masuk", s.ended_at AS "endedAt|Keluar", s.expires_at AS "expiresAt|Berlaku sampai",
       s.remote_address AS "address|Alamat", s.user_agent AS "browser|Peramban"
FROM sign_in_sessions s WHERE s.account_id = $2 ORDER BY s.started_at DESC;

-- trainings | Pelatihan | Trainings
SELECT t.title AS "training|Pelatihan", t.activity_code AS "code|Kode", t.starts_on AS "startsOn|Mulai", t.ends_on AS "endsOn|Selesai",
       p.state AS "state|Status", p.state_since AS "stateSince|Sejak", p.source AS "source|Asal", p.nominated_at AS "nominatedAt|Diusulkan",
       p.note AS "note|Catatan", p.reason AS "reason|Alasan", p.reserve_rank AS "reserveRank|Urutan cadangan",
       p.post_test_score AS "postTestScore|Nilai", p.certificate_number AS "externalCertificate|Nomor sertifikat luar"
FROM participants p JOIN trainings t ON t.id = p.training_id WHERE p.employee_id = ANY ($1) ORDER BY t.starts_on;

-- invitations | Undangan | Invitations
SELECT t.title AS "training|Pelatihan", i.kind AS "kind|Jenis", i.sent_at AS "sentAt|Dikirim", i.expires_at AS "expiresAt|Batas jawab",
       i.answer AS "answer|Jawaban", i.answered_at AS "answeredAt|Dijawab"
FROM invitations i JOIN participants p ON p.id = i.participant_id JOIN trainings t ON t.id = i.training_id
WHERE p.employee_id = ANY ($1) ORDER BY i.sent_at;

-- attendance | Kehadiran | Attendance
SELECT t.title AS "training|Pelatihan", s.date AS "date|Tanggal", s.subject AS "subject|Materi", m.status AS "status|Kehadiran",
       m.minutes AS "minutes|Menit", m.source AS "source|Cara", m.taken_at AS "takenAt|Waktu", m.recorded_at AS "recordedAt|Dicatat",
       m.reason AS "reason|Alasan koreksi", m.superseded_at AS "supersededAt|Diganti"
FROM attendance_marks m JOIN participants p ON p.id = m.participant_id JOIN sessions s ON s.id = m.session_id
     JOIN trainings t ON t.id = m.training_id
WHERE p.employee_id = ANY ($1) ORDER BY m.taken_at;

-- coaching | Bimbingan | Coaching
SELECT t.title AS "training|Pelatihan", a.coach_name AS "coach|Pembimbing", a.kind AS "kind|Jenis", a.goal AS "goal|Tujuan",
       m.held_on AS "heldOn|Tanggal", m.minutes AS "minutes|Menit", m.topic AS "topic|Topik", m.outcome AS "outcome|Hasil"
FROM coaching_agreements a JOIN trainings t ON t.id = a.training_id LEFT JOIN coaching_meetings m ON m.agreement_id = a.id
     JOIN participants p ON p.id = a.participant_id
WHERE p.employee_id = ANY ($1) OR a.coach_employee_id = ANY ($1) ORDER BY m.held_on;

-- ledger | Buku JP | JP ledger
SELECT l.occurred_on AS "occurredOn|Tanggal", l.year AS "year|Tahun", l.title AS "title|Kegiatan", l.kind AS "kind|Sumber", l.jp AS "jp|JP",
       l.minutes AS "minutes|Menit", l.form AS "form|Bentuk", l.rule_version AS "ruleVersion|Aturan", l.posted_at AS "postedAt|Dibukukan",
       l.reason AS "reason|Alasan", l.reverses IS NOT NULL AS "reversal|Pembatalan"
FROM ledger_entries l WHERE l.employee_id = ANY ($1) ORDER BY l.posted_at, l.sequence;

-- certificates | Sertifikat | Certificates
SELECT c.number AS "number|Nomor", c.title AS "title|Pelatihan", c.holder_name AS "holderName|Nama", c.jp AS "jp|JP",
       c.issued_on AS "issuedOn|Terbit", c.status AS "status|Status", c.edition AS "edition|Terbitan", c.ended_at AS "endedAt|Berakhir",
       c.revocation_class AS "revocation|Sebab"
FROM certificates c WHERE c.employee_id = ANY ($1) ORDER BY c.issued_at;

-- notifications | Pemberitahuan | Notifications
SELECT n.created_at AS "at|Waktu", jsonb_build_object('code', n.code, 'arguments', n.arguments)::text AS "message|Isi", n.read_at AS "readAt|Dibaca"
FROM notifications n WHERE n.user_id = $2 OR n.employee_id = ANY ($1) ORDER BY n.created_at DESC;

-- mails | Surel | Mails
SELECT m.created_at AS "createdAt|Dibuat", m.sent_at AS "sentAt|Dikirim", m.to_address AS "to|Kepada", m.subject AS "subject|Perihal",
       m.state AS "state|Status"
FROM mail_outbox m WHERE lower(m.to_address) = ANY ($3) ORDER BY m.created_at DESC;

-- looks | Siapa yang melihat | Who looked
SELECT a.at AS "at|Waktu", a.user_name AS "who|Siapa", a.action AS "action|Tindakan"
FROM audit_entries a WHERE a.root_id = ANY ($1) AND a.change = 'Noted' AND a.user_id <> $2 ORDER BY a.at DESC;

-- changes | Perubahan data | Changes
SELECT a.at AS "at|Waktu", a.user_name AS "who|Siapa", a.action AS "action|Tindakan", a.subject_name AS "subject|Objek",
       a.details::text AS "details|Rincian", a.reason AS "reason|Alasan"
FROM audit_entries a WHERE (a.root_id = ANY ($1) OR a.root_id = $2) AND a.change <> 'Noted' ORDER BY a.at DESC;

-- actions | Tindakan saya | My actions
SELECT a.at AS "at|Waktu", a.action AS "action|Tindakan", a.subject_name AS "subject|Objek", a.reason AS "reason|Alasan",
       a.remote_address AS "address|Alamat"
FROM audit_entries a WHERE a.user_id = $2 ORDER BY a.at DESC LIMIT 50000;
