import check from '../../../checks/s3/access-point-public-access-blocked.ts';
import type { AccessPoint } from '../../../src/collectors/s3control/access-points.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { blockOf, fullBlock } from '../../support/s3.ts';

const point = (origin: AccessPoint['origin'] = known('Internet')): AccessPoint => ({
  arn: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/portal',
  type: 'AWS::S3::AccessPoint',
  name: 'portal',
  region: 'eu-west-1',
  origin,
});
const given = (block: Observed<typeof fullBlock>) => ({ block: everyone(block) });
const some = known(blockOf('BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy'));

testCheck(check, {
  pass: [
    { name: 'all four are on', resource: point(), given: given(known(fullBlock)) },
    {
      name: 'S22 it is open to its VPC alone, and the settings do not matter',
      resource: point(known('VPC')),
      given: given(unreadable()),
      reasons: ['VPC'],
    },
  ],
  fail: [
    {
      name: 'one is off',
      resource: point(),
      given: given(some),
      reasons: [/^off: RestrictPublicBuckets$/],
    },
    { name: 'all are off', resource: point(), given: given(known(blockOf())) },
  ],
  unknown: [
    { name: 'the settings may not be read', resource: point(), given: given(unreadable()) },
    {
      name: 'where requests may come from was not told',
      resource: point(unreadable('failed')),
      given: given(some),
    },
  ],
});
