import check from '../../../checks/s3/bucket-lifecycle.ts';
import type { LifecycleRules, Versioning } from '../../../src/collectors/s3/bucket-settings.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { records } from '../../support/s3.ts';

const plain = known<Versioning>({ status: 'Enabled', mfaDelete: false });
const withMfa = known<Versioning>({ status: 'Enabled', mfaDelete: true });
const run = (lifecycle: Observed<LifecycleRules>, versioning: Observed<Versioning> = plain) => ({
  resource: records,
  given: { versioning: everyone(versioning), lifecycle: everyone(lifecycle) },
});

testCheck(check, {
  pass: [
    { name: 'a rule is enabled', ...run(known([known(false), known(true)])) },
    {
      name: 'one is enabled, of another nothing was told',
      ...run(known([unreadable(), known(true)])),
    },
    { name: 'the versioning may not be read', ...run(known([known(true)]), unreadable()) },
  ],
  fail: [
    { name: 'there is none', ...run(known([])), reasons: ['no lifecycle configuration'] },
    { name: 'every rule is disabled', ...run(known([known(false)])), reasons: ['disabled'] },
    { name: 'there is none, and the versioning may not be read', ...run(known([]), unreadable()) },
  ],
  'not-applicable': [
    { name: 'MFA delete rules it out', ...run(known([]), withMfa), reasons: ['MFA delete'] },
  ],
  unknown: [
    { name: 'the configuration may not be read', ...run(unreadable()) },
    { name: 'of the only rule nothing was told', ...run(known([unreadable()])) },
  ],
});
