import check from '../../../checks/s3/account-public-access-blocked.ts';
import type { PublicAccessBlock } from '../../../src/reasoning/exposure/block-public-access.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { theAccount } from '../../support/account.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { blockOf, fullBlock } from '../../support/s3.ts';

const accountWith = (block: Observed<PublicAccessBlock>) => theAccount({ block });

testCheck(check, {
  pass: [{ name: 'all four are on', resource: accountWith(known(fullBlock)) }],
  fail: [
    { name: 'nothing was ever set', resource: accountWith(known(null)), reasons: ['never set'] },
    {
      name: 'S4 the two that stop new grants alone',
      resource: accountWith(known(blockOf('BlockPublicAcls', 'BlockPublicPolicy'))),
      reasons: ['IgnorePublicAcls is off', 'RestrictPublicBuckets is off'],
    },
  ],
  unknown: [{ name: 'S23 the setting may not be read', resource: accountWith(unreadable()) }],
});
