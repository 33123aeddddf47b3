import check from '../../../checks/ec2/ami-not-public.ts';
import { testCheck } from '../../support/check-tester.ts';
import type { Image } from '../../../src/collectors/ec2/images.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { resourceOf } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const image = (isPublic: Observed<boolean>): Image => ({
  ...resourceOf('image', 'AWS::EC2::Image', 'ami-1'),
  isPublic,
});

testCheck(check, {
  pass: [
    { name: 'it is shared with nobody, or with single accounts', resource: image(known(false)) },
  ],
  fail: [{ name: 'it is public', resource: image(known(true)), severity: 'high' }],
  unknown: [{ name: 'whether it is public may not be read', resource: image(unreadable()) }],
});
