-- What fails in the newest scan of an account and did not fail in the one before, of the last seven days: with a scan a day, what is new since yesterday. An account that was scanned once is left out.
WITH recent AS (
  SELECT *
  FROM findings
  WHERE date >= CAST(CAST(current_date - INTERVAL '7' DAY AS date) AS varchar)
),
newest AS (
  SELECT account, max(started_at) AS started_at
  FROM recent
  GROUP BY account
),
before AS (
  SELECT recent.account AS account, max(recent.started_at) AS started_at
  FROM recent
  JOIN newest ON recent.account = newest.account AND recent.started_at < newest.started_at
  GROUP BY recent.account
),
former AS (
  SELECT account, id, outcome
  FROM recent
  JOIN before USING (account, started_at)
),
failures AS (
  SELECT account, id, severity, region, check_id, title, resource_arn, reasons, muted
  FROM recent
  JOIN newest USING (account, started_at)
  WHERE outcome = 'fail'
)
SELECT
  failures.account AS account,
  failures.severity AS severity,
  failures.region AS region,
  failures.check_id AS check_id,
  failures.title AS title,
  failures.resource_arn AS resource_arn,
  failures.reasons AS reasons,
  failures.muted AS muted,
  failures.id AS id,
  coalesce(former.outcome, 'not there') AS before
FROM failures
JOIN before ON failures.account = before.account
LEFT JOIN former ON failures.account = former.account AND failures.id = former.id
WHERE former.outcome IS NULL OR former.outcome <> 'fail'
ORDER BY failures.account, failures.check_id, failures.resource_arn, failures.id
