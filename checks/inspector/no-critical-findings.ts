import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { criticalFindings } from '../../src/collectors/inspector/scanning.ts';

const day = 86_400_000;

export default defineCheck({
  id: 'inspector-no-critical-findings',
  title: ({ maxAgeDays }) =>
    `No critical finding of Amazon Inspector has been open for more than ${maxAgeDays} days`,
  severity: 'high',
  responsibility: 'inspector.logging-and-monitoring',
  controls: {
    'nist-800-53-r5': servesNist('what Inspector finds is a part of all flaws', 'RA-5', 'SI-2'),
  },
  why: 'What is critical is attacked within days of becoming known; after a month somebody has tried.',
  fix: 'Update the package, rebuild the image or deploy the function anew: Inspector closes the finding when it sees the cure. What does not apply belongs in a suppression rule with its reason.',
  link: 'https://docs.aws.amazon.com/inspector/latest/user/findings-understanding.html',
  remedy: {
    console:
      'Inspector, Findings, All findings: status Active, severity Critical, by the first seen.',
    cli: `aws inspector2 list-findings --sort-criteria field=FIRST_OBSERVED_AT,sortOrder=ASC --filter-criteria \\
  '{"findingStatus":[{"comparison":"EQUALS","value":"ACTIVE"}],"severity":[{"comparison":"EQUALS","value":"CRITICAL"}]}'`,
  },

  evaluates: criticalFindings,
  params: { maxAgeDays: 30 },
  meanings: { maxAgeDays: 'days for which a critical finding may be open' },

  evaluate(account, { read, now, params: { maxAgeDays } }) {
    const findings = read(account.findings);
    if (findings === null) return notApplicable('Inspector scans nothing in this Region');
    const { seen } = findings;
    const old = seen.filter((first) => now.getTime() - first.getTime() > maxAgeDays * day);
    const [oldest] = seen.toSorted((a, b) => a.getTime() - b.getTime());
    if (oldest === undefined) return pass('no critical finding is open');
    if (old.length === 0) return pass(`the oldest critical finding is of ${dayOf(oldest)}`);
    return fail(
      `critical findings have been open for more than ${maxAgeDays} days`,
      `the oldest is of ${dayOf(oldest)}`,
    );
  },
});

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
