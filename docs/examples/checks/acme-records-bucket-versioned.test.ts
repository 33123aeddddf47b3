import { everyone, known, testCheck, unreadable } from 'srm-scan/testing';
import check from './acme-records-bucket-versioned.ts';

const bucket = (name: string) => ({
  arn: `arn:aws:s3:::${name}`,
  type: 'AWS::S3::Bucket',
  name,
  region: 'eu-west-1',
  location: known('eu-west-1'),
});
const versioning = (status: 'Enabled' | 'Suspended' | 'Off') => ({
  versioning: everyone(known({ status, mfaDelete: false })),
});

const resource = bucket('acme-records-2026');

testCheck(check, {
  pass: [{ name: 'versioning is on', resource, given: versioning('Enabled') }],
  fail: [
    { name: 'it was suspended', resource, given: versioning('Suspended'), reasons: ['Suspended'] },
    { name: 'it was never on', resource, given: versioning('Off') },
  ],
  unknown: [
    { name: 'it may not be read', resource, given: { versioning: everyone(unreadable()) } },
  ],
  'not-applicable': [
    { name: 'another bucket', resource: bucket('acme-web'), given: versioning('Off') },
  ],
});
