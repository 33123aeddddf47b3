import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { keys } from '../../src/collectors/kms/keys.ts';

export default defineCheck({
  id: 'kms-key-not-pending-deletion',
  title: 'The customer managed key does not wait for its deletion',
  severity: 'critical',
  responsibility: 'kms.server-side-encryption-at-rest',
  controls: { 'aws-fsbp': { 'KMS.3': equal } },
  why: 'What only this key can decrypt is lost with it, backups too, and nobody can bring it back: neither you nor AWS.',
  fix: 'Look in CloudTrail for what still uses the key. Cancel the deletion if anything does, or if nobody knows; a key that is not wanted can be disabled instead, which is undone at any time.',
  link: 'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
  remedy: {
    console: 'KMS, Customer managed keys, the key, Key actions, Cancel key deletion; then Enable.',
    cli: `aws kms cancel-key-deletion --key-id KEY
# the key is disabled afterwards: turn it on again only where it is to be used
aws kms enable-key --key-id KEY`,
  },

  evaluates: keys,

  evaluate(key, { read }) {
    const { state, deletion } = read(key.metadata);
    if (state === 'PendingReplicaDeletion') {
      return fail('the key is to be deleted as soon as the last of its replicas is gone');
    }
    if (state !== 'PendingDeletion') return pass(`no deletion is scheduled (state ${state})`);
    const when = deletion === undefined ? '' : ` on ${deletion.toISOString().slice(0, 10)}`;
    return fail(`KMS deletes the key${when}`);
  },
});
