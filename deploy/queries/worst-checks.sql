-- Checks by their failures over all accounts, the gravest first, in the newest scan of each account of the last seven days.
WITH recent AS (
  SELECT *
  FROM findings
  WHERE date >= CAST(CAST(current_date - INTERVAL '7' DAY AS date) AS varchar)
),
newest AS (
  SELECT account, max(started_at) AS started_at
  FROM recent
  GROUP BY account
)
SELECT
  severity,
  check_id,
  max(title) AS title,
  count(DISTINCT account) AS accounts,
  count(*) AS failures,
  count(*) FILTER (WHERE muted) AS muted
FROM recent
JOIN newest USING (account, started_at)
WHERE outcome = 'fail' AND managed_by = 'customer'
GROUP BY severity, check_id
ORDER BY
  CASE severity
    WHEN 'critical' THEN 1
    WHEN 'high' THEN 2
    WHEN 'medium' THEN 3
    WHEN 'low' THEN 4
    ELSE 5
  END,
  accounts DESC,
  failures DESC,
  check_id
