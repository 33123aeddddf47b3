-- Accounts of which something could not be read, or whose scan ended early, in the newest scan of each of the last seven days. An account that could not be scanned at all has no findings: the report of the fleet names it.
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
  account,
  scan_status,
  count(*) FILTER (WHERE outcome = 'unknown') AS unknown,
  count(DISTINCT check_id) FILTER (WHERE outcome = 'unknown') AS checks,
  count(DISTINCT region) FILTER (WHERE outcome = 'unknown') AS regions
FROM recent
JOIN newest USING (account, started_at)
GROUP BY account, scan_status
HAVING scan_status = 'partial' OR count(*) FILTER (WHERE outcome = 'unknown') > 0
ORDER BY unknown DESC, account
