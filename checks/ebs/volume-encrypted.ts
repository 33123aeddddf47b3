import { subsetOf, supersetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { volumes } from '../../src/collectors/ec2/volumes.ts';
import { ifKnown } from '../../src/observe/if-known.ts';

const atRest = subsetOf('volumes are one of the places where data rests');

export default defineCheck({
  id: 'ebs-volume-encrypted',
  title: 'The EBS volume is encrypted',
  severity: 'medium',
  responsibility: 'ebs.server-side-encryption-at-rest',
  controls: {
    'aws-fsbp': { 'EC2.3': supersetOf('volumes that nothing is attached to are judged as well') },
    'nist-800-53-r5': { 'SC-28': atRest, 'SC-28(1)': atRest },
  },
  why: 'Encryption keeps what is on a volume, and on every snapshot of it, from whoever gets hold of the copy without the key.',
  fix: 'Make a snapshot of the volume, copy it with encryption, create a volume from the copy and put it in the place of the old one; then delete the old volume and snapshot.',
  link: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
  remedy: {
    cli: `aws ec2 create-snapshot --volume-id VOLUME
aws ec2 copy-snapshot --source-region REGION --source-snapshot-id SNAPSHOT --encrypted
aws ec2 create-volume --snapshot-id ENCRYPTED_SNAPSHOT --availability-zone ZONE
# stop the instance, detach the old volume, attach the new one`,
    terraform: `resource "aws_ebs_volume" "this" {
  encrypted  = true
  kms_key_id = aws_kms_key.ebs.arn
  # …
}`,
  },

  evaluates: volumes,

  evaluate({ encrypted, attachedTo }, { read }) {
    if (read(encrypted)) return pass('the volume is encrypted');
    const isAttached = ifKnown(() => read(attachedTo).length > 0);
    if (isAttached !== false) return fail('the volume is not encrypted');
    return { ...fail('the volume is not encrypted', 'nothing is attached to it'), severity: 'low' };
  },
});
