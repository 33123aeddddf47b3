import check from '../../../checks/inspector/no-critical-findings.ts';
import type { OpenFindings } from '../../../src/collectors/inspector/scanning.ts';
import { theAccount } from '../../support/account.ts';
import { daysAgo, testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

const open = (ages: readonly number[]) => {
  const findings: OpenFindings | null = { seen: ages.map((days) => daysAgo(days)) };
  return theAccount({ findings: known<OpenFindings | null>(findings) }, 'eu-west-1');
};

testCheck(check, {
  pass: [
    { name: 'none is open', resource: open([]) },
    { name: 'the oldest is of this month', resource: open([30, 3]) },
    { name: 'more days are allowed', resource: open([40]), params: { maxAgeDays: 60 } },
  ],
  fail: [
    { name: 'one is open for longer', resource: open([31, 3]), reasons: ['2026-10-22'] },
    { name: 'several are', resource: open([90, 80, 31]), reasons: ['more than 30 days'] },
    { name: 'fewer days are allowed', resource: open([8]), params: { maxAgeDays: 7 } },
  ],
  unknown: [
    {
      name: 'findings may not be listed',
      resource: theAccount({ findings: unreadable() }, 'eu-west-1'),
    },
  ],
  'not-applicable': [
    {
      name: 'Inspector is off',
      resource: theAccount({ findings: known(null) }, 'eu-west-1'),
    },
  ],
});
