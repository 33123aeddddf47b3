import check from '../../../checks/s3/multi-region-access-point-public-access-blocked.ts';
import type { MultiRegionAccessPoint } from '../../../src/collectors/s3control/access-points.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { blockOf, fullBlock } from '../../support/s3.ts';

const point = (block: MultiRegionAccessPoint['block']): MultiRegionAccessPoint => ({
  arn: 'arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap',
  type: 'AWS::S3::MultiRegionAccessPoint',
  name: 'portal',
  region: 'global',
  block,
});

testCheck(check, {
  pass: [{ name: 'all four are on', resource: point(known(fullBlock)) }],
  fail: [
    {
      name: 'two are off',
      resource: point(known(blockOf('BlockPublicAcls', 'IgnorePublicAcls'))),
      reasons: ['off: BlockPublicPolicy, RestrictPublicBuckets'],
    },
  ],
  unknown: [{ name: 'the settings were not told', resource: point(unreadable('failed')) }],
});
