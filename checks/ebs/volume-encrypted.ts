import { supersetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { volumes } from '../../src/collectors/ec2/volumes.ts';
import { ifKnown } from '../../src/observe/if-known.ts';

export default defineCheck({
  id: 'ebs-volume-encrypted',
  title: 'The EBS volume is encrypted',
  severity: 'medium',
  responsibility: 'ebs.server-side-encryption-at-rest',
  controls: {
    'aws-fsbp': { 'EC2.3': supersetOf('volumes that nothing is attached to are judged as well') },
  },
  why: 'Encryption keeps what is on a volume, and on every snapshot of it, from whoever gets hold of the copy without the key.',
  fix: 'Make a snapshot of the volume, copy it with encryption, create a volume from the copy and put it in the place of the old one; then delete the old volume and snapshot.',
  link: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',

  evaluates: volumes,

  evaluate({ encrypted, attachedTo }, { read }) {
    if (read(encrypted)) return pass('the volume is encrypted');
    const isAttached = ifKnown(() => read(attachedTo).length > 0);
    if (isAttached !== false) return fail('the volume is not encrypted');
    return { ...fail('the volume is not encrypted', 'nothing is attached to it'), severity: 'low' };
  },
});
