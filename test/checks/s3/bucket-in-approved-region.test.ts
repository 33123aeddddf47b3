import check from '../../../checks/s3/bucket-in-approved-region.ts';
import { testCheck } from '../../support/check-tester.ts';
import { lost, records } from '../../support/s3.ts';

const approved = (...approvedRegions: string[]) => ({ params: { approvedRegions } });

testCheck(check, {
  pass: [
    { name: 'one of the approved', resource: records, ...approved('eu-west-1', 'eu-central-1') },
  ],
  fail: [
    {
      name: 'none of the approved',
      resource: records,
      ...approved('eu-central-1'),
      reasons: ['in eu-west-1; approved are eu-central-1'],
    },
  ],
  unknown: [{ name: 'S24 nobody tells the Region', resource: lost, ...approved('eu-west-1') }],
  manual: [
    {
      name: 'F16 nobody said what is approved',
      resource: records,
      reasons: [
        'the bucket is in eu-west-1',
        'name the approved Regions with --set s3-bucket-in-approved-region.approvedRegions=',
      ],
    },
  ],
});
