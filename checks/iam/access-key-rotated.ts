import { ago } from '../../src/text/ages.ts';
import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import {
  accessKeys,
  isOlder,
  keyAgeLimit,
  keysByReport,
} from '../../src/collectors/iam/access-keys.ts';
import { users } from '../../src/collectors/iam/users.ts';

export default defineCheck({
  id: 'iam-access-key-rotated',
  title: ({ maxAgeDays }) => `Active access keys are at most ${maxAgeDays} days old`,
  severity: 'medium',
  responsibility: 'iam.identity-and-access',
  controls: {
    'cis-aws-5.0': { '1.13': equal },
    'cis-aws-6.0': { '2.13': equal },
    'cis-aws-7.0': { '2.12': equal },
    'aws-fsbp': { 'IAM.3': equal },
  },
  why: 'An access key works until somebody ends it, so a copy in an old backup, laptop or repository stays good for as long as the key does.',
  fix: 'Replace the key by a role where the workload can have one; else create a second key, move the workload to it, deactivate the old key and delete it.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html',
  remedy: {
    console:
      'IAM, Users, the user, Security credentials, Access keys: create a second key, move the workload, deactivate the old one, watch, delete it.',
    cli: `aws iam create-access-key --user-name USER
# move the workload to the new key, then
aws iam update-access-key --user-name USER --access-key-id OLD_KEY --status Inactive
# watch for days that nothing fails: a deleted key does not come back
aws iam delete-access-key --user-name USER --access-key-id OLD_KEY`,
  },

  evaluates: users,
  needs: { keys: accessKeys },
  params: { maxAgeDays: keyAgeLimit.usual },
  meanings: { maxAgeDays: 'how old an active access key may be, in days' },

  evaluate(user, { read, keys, params: { maxAgeDays }, now }) {
    const found = read(keys.of(user));
    const source = keysByReport(found);
    const active = found.keys.filter((key) => key.active);
    if (active.length === 0) return pass(`the user has no active access key${source}`);
    const old = active.filter((key) => isOlder(key, maxAgeDays, now));
    if (old.length === 0) {
      return pass(`no active access key is older than ${maxAgeDays} days${source}`);
    }
    const orBefore = found.reportedAt ? ' or before' : '';
    return fail(
      ...old.map(
        ({ name, notAfter }) =>
          `access key ${name} was created ${ago(notAfter, now)}${orBefore}${source}`,
      ),
    );
  },
});
