import check from '../../../checks/ebs/volume-encrypted.ts';
import type { Volume } from '../../../src/collectors/ec2/volumes.ts';
import { testCheck } from '../../support/check-tester.ts';
import { resourceOf } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const volume = (fields: Partial<Volume>): Volume => ({
  ...resourceOf('volume', 'AWS::EC2::Volume', 'vol-1'),
  encrypted: known(false),
  attachedTo: known(['arn:aws:ec2:eu-west-1:111122223333:instance/i-1']),
  ...fields,
});

testCheck(check, {
  pass: [{ name: 'encrypted', resource: volume({ encrypted: known(true) }) }],
  fail: [
    { name: 'attached', resource: volume({}), severity: 'medium' },
    {
      name: 'attached to nothing: a lesser matter',
      resource: volume({ attachedTo: known([]) }),
      severity: 'low',
    },
    {
      name: 'what it is attached to is missing',
      resource: volume({ attachedTo: unreadable('failed') }),
      severity: 'medium',
    },
  ],
  unknown: [
    { name: 'the member is missing', resource: volume({ encrypted: unreadable('failed') }) },
  ],
});
