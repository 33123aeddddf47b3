import check from '../../../checks/ec2/instance-imdsv2.ts';
import type { MetadataOptions } from '../../../src/collectors/ec2/instances.ts';
import { testCheck } from '../../support/check-tester.ts';
import { instance } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const asked: MetadataOptions = { isOn: true, requiresTokens: true, isApplied: true, hopLimit: 1 };
const having = (options: Partial<MetadataOptions>) =>
  instance({ metadata: known({ ...asked, ...options }) });

testCheck(check, {
  pass: [
    { name: 'tokens are required', resource: having({}) },
    {
      name: 'the metadata service is off',
      resource: having({ isOn: false, requiresTokens: false }),
      reasons: ['off'],
    },
    {
      name: 'more than one hop is only worth a note',
      resource: having({ hopLimit: 2 }),
      reasons: ['2 hops'],
    },
  ],
  fail: [
    { name: 'tokens are optional', resource: having({ requiresTokens: false }), severity: 'high' },
    { name: 'the change is not applied yet', resource: having({ isApplied: false }) },
  ],
  unknown: [{ name: 'the options are missing', resource: instance({ metadata: unreadable() }) }],
  'out-of-scope': [
    {
      name: 'EKS Auto Mode runs the instance',
      resource: instance({ managed: { by: 'aws', reason: 'eks.amazonaws.com manages it' } }),
    },
  ],
});
