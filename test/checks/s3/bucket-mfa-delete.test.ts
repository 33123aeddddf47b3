import check from '../../../checks/s3/bucket-mfa-delete.ts';
import type { LifecycleRules, Versioning } from '../../../src/collectors/s3/bucket-settings.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { records } from '../../support/s3.ts';

const resource = records;
const on = known<Versioning>({ status: 'Enabled', mfaDelete: true });
const without = known<Versioning>({ status: 'Enabled', mfaDelete: false });
const given = (versioning: Observed<Versioning>, lifecycle: Observed<LifecycleRules>) => ({
  versioning: everyone(versioning),
  lifecycle: everyone(lifecycle),
});

testCheck(check, {
  pass: [
    { name: 'it is on', resource, given: given(on, known([])) },
    {
      name: 'it is on, and the lifecycle may not be read',
      resource,
      given: given(on, unreadable()),
    },
  ],
  fail: [
    { name: 'versioning without it', resource, given: given(without, known([])) },
    {
      name: 'it was on, and versioning is suspended',
      resource,
      given: given(known({ status: 'Suspended', mfaDelete: true }), known([])),
      reasons: ['versioning is not on'],
    },
  ],
  'not-applicable': [
    {
      name: 'the bucket has a lifecycle',
      resource,
      given: given(without, known([known(true)])),
      reasons: ['lifecycle'],
    },
    {
      name: 'the bucket has a lifecycle, and its versioning may not be read',
      resource,
      given: given(unreadable(), known([known(true)])),
    },
  ],
  unknown: [
    { name: 'versioning may not be read', resource, given: given(unreadable(), known([])) },
    { name: 'the lifecycle may not be read', resource, given: given(without, unreadable()) },
  ],
});
