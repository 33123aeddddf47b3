import check from '../../../checks/s3/bucket-versioning.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const resource = {
  arn: 'arn:aws:s3:::b',
  type: 'AWS::S3::Bucket',
  name: 'b',
  region: 'eu-west-1',
};

const versioning = (status: string) => ({
  versioning: everyone(known({ status, mfaDelete: false })),
});

testCheck(check, {
  pass: [{ name: 'versioning is on', resource, given: versioning('Enabled') }],
  fail: [
    { name: 'versioning was never on', resource, given: versioning('Off'), reasons: ['never'] },
    { name: 'it is suspended', resource, given: versioning('Suspended'), reasons: ['suspended'] },
  ],
  unknown: [
    {
      name: 'the setting may not be read',
      resource,
      given: { versioning: everyone(unreadable()) },
    },
  ],
});
