import check from '../../../checks/ebs/default-encryption.ts';
import { accountResource } from '../../../src/collect/account.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { testCheck } from '../../support/check-tester.ts';
import { place } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const having = (encryptsNewVolumes: Observed<boolean>) =>
  accountResource(place, { encryptsNewVolumes });

testCheck(check, {
  pass: [{ name: 'it is on', resource: having(known(true)), reasons: ['eu-west-1'] }],
  fail: [{ name: 'it is off', resource: having(known(false)), reasons: ['eu-west-1'] }],
  unknown: [{ name: 'it may not be read', resource: having(unreadable()) }],
});
