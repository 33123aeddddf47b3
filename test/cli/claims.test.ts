/** `srm-scan checks --format json`: every pair of a check and a control, with its relation. */
import { expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { checkLine } from '../../src/report/check-line.ts';
import { runCli } from '../support/run-cli.ts';

it('checks --format json shows how each check stands to each control, as reports do', async () => {
  const { stdout, code } = await runCli(['checks', '--format', 'json']);
  expect(code).toBe(0);
  const printed: unknown = JSON.parse(stdout);
  expect(printed).toEqual(checks.map((check) => ({ ...checkLine(check), params: check.params })));
  expect(printed).toContainEqual(
    expect.objectContaining({
      id: 'iam-user-credentials-used-recently',
      claims: expect.arrayContaining([
        {
          framework: 'aws-fsbp',
          control: 'IAM.8',
          relation: 'superset-of',
          because: 'the control allows 90 idle days',
          at: { values: { maxIdleDays: 90 }, relation: 'equal' },
          source: 'own',
        },
      ]),
    }),
  );
});
