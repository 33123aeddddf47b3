import check from '../../../checks/iam/inline-policy-kms-decrypt-limited.ts';
import { iamGroup, iamRole, iamUser, inlinePolicy } from '../../support/authorization.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

const everyKey = { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' };
const reading = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const wide = inlinePolicy('open', everyKey);
const narrow = inlinePolicy('read', reading);
const unread = { name: 'unread', document: unreadable('failed') };

testCheck(check, {
  pass: [
    {
      name: 'the policies allow other things',
      resource: iamRole('app', { inline: known([narrow]) }),
      reasons: ['inline policies: read'],
    },
  ],
  fail: [
    {
      name: 'a role, by one of its policies',
      resource: iamRole('app', { inline: known([narrow, wide]) }),
      reasons: [/^inline policy open: statement 1 allows kms:Decrypt with every KMS key$/],
    },
    { name: 'a user', resource: iamUser('ann', { inline: known([wide]) }) },
    { name: 'a group', resource: { ...iamGroup('team'), inline: known([wide]) } },
    {
      name: 'a policy that could not be read does not hide another',
      resource: iamRole('app', { inline: known([unread, wide]) }),
    },
  ],
  unknown: [
    { name: 'the policies could not be read', resource: iamRole('app', { inline: unreadable() }) },
    {
      name: 'one of them could not be read',
      resource: iamRole('app', { inline: known([unread, narrow]) }),
    },
  ],
});
