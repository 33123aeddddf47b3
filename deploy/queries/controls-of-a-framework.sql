-- Controls of a framework over all accounts: where each fails, and where something that it rests on was not read. Write another framework in the last lines. That no account fails does not say that a control is met: docs/controls.md.
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
  control,
  count(DISTINCT account) FILTER (WHERE contains(failed_controls, control)) AS accounts_that_fail,
  count(*) FILTER (WHERE contains(failed_controls, control)) AS failures,
  count(DISTINCT account) FILTER (WHERE outcome = 'unknown') AS accounts_not_all_read,
  count(DISTINCT account) AS accounts
FROM recent
JOIN newest USING (account, started_at)
CROSS JOIN UNNEST(controls) AS of_check(control)
WHERE control LIKE 'cis-aws-6.0 %'
GROUP BY control
ORDER BY accounts_that_fail DESC, control
