-- Failures by account and severity, in the newest scan of each account of the last seven days. Muted ones are failures too.
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
  max(account_alias) AS account_alias,
  count(*) FILTER (WHERE severity = 'critical') AS critical,
  count(*) FILTER (WHERE severity = 'high') AS high,
  count(*) FILTER (WHERE severity = 'medium') AS medium,
  count(*) FILTER (WHERE severity = 'low') AS low,
  count(*) FILTER (WHERE severity = 'informational') AS informational,
  count(*) FILTER (WHERE muted) AS muted
FROM recent
JOIN newest USING (account, started_at)
WHERE outcome = 'fail' AND managed_by = 'customer'
GROUP BY account
ORDER BY critical DESC, high DESC, medium DESC, low DESC, account
