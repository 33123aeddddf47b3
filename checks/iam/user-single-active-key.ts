import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import {
  accessKeys,
  isOlder,
  keyGraceLimit,
  keysByReport,
} from '../../src/collectors/iam/access-keys.ts';
import { users } from '../../src/collectors/iam/users.ts';

export default defineCheck({
  id: 'iam-user-single-active-key',
  title: 'No IAM user has more than one active access key',
  severity: 'medium',
  responsibility: 'iam.identity-and-access',
  controls: {
    'cis-aws-5.0': { '1.12': equal },
    'cis-aws-6.0': { '2.12': equal },
    'nist-800-53-r5': servesNist('a second key is access that nobody needs', 'AC-2(1)', 'IA-5'),
  },
  why: 'A second active key is needed only while the first is being replaced; after that it is one more secret to lose, with nobody watching it.',
  fix: 'Find the key that is no longer used by its last use, deactivate it and delete it; set graceDays to allow for a rotation under way.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  remedy: {
    console:
      'IAM, Users, the user, Security credentials, Access keys: deactivate the one that is no longer used, watch, delete it.',
    cli: `aws iam get-access-key-last-used --access-key-id KEY
aws iam update-access-key --user-name USER --access-key-id KEY --status Inactive
# watch for days that nothing fails: a deleted key does not come back
aws iam delete-access-key --user-name USER --access-key-id KEY`,
  },

  evaluates: users,
  needs: { keys: accessKeys },
  params: { graceDays: keyGraceLimit.usual },
  meanings: { graceDays: 'for how many days a new key may stand beside the one that it replaces' },

  evaluate(user, { read, keys, params: { graceDays }, now }) {
    const found = read(keys.of(user));
    const source = keysByReport(found);
    const active = found.keys.filter((key) => key.active);
    if (active.length === 0) return pass(`the user has no active access key${source}`);
    if (active.length === 1) return pass(`the user has one active access key${source}`);
    const inRotation = active.filter((key) => graceDays > 0 && !isOlder(key, graceDays, now));
    if (active.length === 2 && inRotation.length > 0) {
      return pass(`of two active access keys one is not older than ${graceDays} days`);
    }
    const names = active.map(({ name }) => name).join(', ');
    return fail(`the user has ${active.length} active access keys: ${names}${source}`);
  },
});
