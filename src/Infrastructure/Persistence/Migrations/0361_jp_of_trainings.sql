-- Counts what stands already, as JpCalculator does; from now on the domain does it.
WITH rules AS (
    SELECT t.id, t.awarded_jp, t.programme_jp, coalesce(t.country, 'ID') <> 'ID' AS abroad,
           coalesce(r."values" ->> 'basis', 'byMinutes') AS basis,
           (r."values" ->> 'jp')::int AS amount,
           (r."values" ->> 'capPerDay')::int AS cap,
           (r."values" ->> 'meetingsPerMonth')::int AS meetings,
           (r."values" ->> 'internationalJp')::int AS amount_abroad,
           (r."values" ->> 'internationalPercent')::int AS percent_abroad
    FROM trainings t
    LEFT JOIN reference_items r ON r.kind = 'JpRules' AND r.code = t.form
        AND r.valid_from <= t.ends_on AND (r.valid_to IS NULL OR t.ends_on <= r.valid_to)),
days AS (
    SELECT training_id, date, count(*) AS held, sum(extract(epoch FROM ends - starts)::int / 60) AS minutes
    FROM sessions GROUP BY training_id, date),
by_days AS (
    SELECT r.id, CASE WHEN r.cap IS NULL OR r.basis = 'byProgramme' THEN sum(d.minutes)::int / 45
                      ELSE sum(least(d.minutes::int / 45, r.cap)) END AS jp
    FROM rules r JOIN days d ON d.training_id = r.id GROUP BY r.id, r.cap, r.basis),
by_months AS (
    SELECT m.id, sum(least(m.held, m.meetings)) AS meetings
    FROM (SELECT r.id, r.meetings, sum(d.held) AS held FROM rules r JOIN days d ON d.training_id = r.id
          GROUP BY r.id, r.meetings, date_trunc('month', d.date)) m
    GROUP BY m.id),
counted AS (
    SELECT r.*, coalesce(CASE WHEN r.abroad THEN r.amount_abroad END, r.amount, 0)
               * CASE r.basis WHEN 'perMeeting' THEN coalesce(m.meetings, 0) ELSE 1 END AS by_amount,
           coalesce(d.jp, 0) AS by_minutes
    FROM rules r LEFT JOIN by_days d ON d.id = r.id LEFT JOIN by_months m ON m.id = r.id),
given AS (
    SELECT c.*, CASE WHEN c.basis IN ('perActivity', 'perMeeting') THEN c.by_amount
                     ELSE coalesce(c.programme_jp, c.by_minutes) END AS jp
    FROM counted c)
UPDATE trainings t
SET jp = CASE
    WHEN g.awarded_jp IS NOT NULL THEN g.awarded_jp
    WHEN g.programme_jp IS NOT NULL AND g.basis <> 'byProgramme' THEN g.programme_jp
    WHEN g.abroad AND g.percent_abroad IS NOT NULL THEN floor(g.jp * (100 + g.percent_abroad) / 100)
    ELSE g.jp END
FROM given g WHERE g.id = t.id;
