import check from '../../../checks/s3/bucket-versioned-lifecycle.ts';
import type { LifecycleRules, Versioning } from '../../../src/collectors/s3/bucket-settings.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { records } from '../../support/s3.ts';

const versioned = (status: Versioning['status'], mfaDelete = false) => known({ status, mfaDelete });
const run = (versioning: Observed<Versioning>, lifecycle: Observed<LifecycleRules>) => ({
  resource: records,
  given: { versioning: everyone(versioning), lifecycle: everyone(lifecycle) },
});

testCheck(check, {
  pass: [{ name: 'a rule is enabled', ...run(versioned('Enabled'), known([known(true)])) }],
  fail: [
    { name: 'versions without a rule', ...run(versioned('Enabled'), known([])) },
    { name: 'every rule is disabled', ...run(versioned('Enabled'), known([known(false)])) },
  ],
  'not-applicable': [
    { name: 'versioning was never on', ...run(versioned('Off'), known([])) },
    { name: 'versioning is suspended', ...run(versioned('Suspended'), unreadable()) },
    { name: 'MFA delete rules it out', ...run(versioned('Enabled', true), known([])) },
  ],
  unknown: [
    { name: 'the versioning may not be read', ...run(unreadable(), known([])) },
    { name: 'the configuration may not be read', ...run(versioned('Enabled'), unreadable()) },
  ],
});
