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
    cli: `# what is written after the snapshot is not on the new volume: stop the instance first
aws ec2 describe-volumes --volume-ids VOLUME   # its device, zone, type, IOPS and throughput
aws ec2 stop-instances --instance-ids INSTANCE && aws ec2 wait instance-stopped --instance-ids INSTANCE
aws ec2 create-snapshot --volume-id VOLUME
aws ec2 wait snapshot-completed --snapshot-ids SNAPSHOT
aws ec2 copy-snapshot --source-region REGION --source-snapshot-id SNAPSHOT --encrypted --kms-key-id KEY
aws ec2 wait snapshot-completed --snapshot-ids ENCRYPTED_SNAPSHOT
aws ec2 create-volume --snapshot-id ENCRYPTED_SNAPSHOT --availability-zone ZONE --volume-type TYPE
aws ec2 wait volume-available --volume-ids NEW_VOLUME
aws ec2 detach-volume --volume-id VOLUME && aws ec2 wait volume-available --volume-ids VOLUME
aws ec2 attach-volume --volume-id NEW_VOLUME --instance-id INSTANCE --device DEVICE
aws ec2 start-instances --instance-ids INSTANCE   # check the data, and only then delete VOLUME`,
    terraform: `# Never change encrypted of the resource that is there: Terraform destroys the volume and makes an empty one.
# Leave it, make the encrypted snapshot by the commands above, and add a second volume from it.
resource "aws_ebs_volume" "encrypted" {
  availability_zone = aws_ebs_volume.this.availability_zone
  snapshot_id       = "ENCRYPTED_SNAPSHOT" # keep it: a change makes the volume anew
  encrypted         = true
  kms_key_id        = aws_kms_key.ebs.arn # the key of the snapshot
  # …
}`,
  },

  evaluates: volumes,

  evaluate({ encrypted, attachedTo }, { read }) {
    if (read(encrypted)) return pass('the volume is encrypted');
    const isAttached = ifKnown(() => read(attachedTo).length > 0);
    if (isAttached !== false) return fail('the volume is not encrypted');
    return {
      ...fail('the volume is not encrypted', 'nothing is attached to it'),
      severity: { is: 'low', because: 'nothing is attached to it' },
    };
  },
});
