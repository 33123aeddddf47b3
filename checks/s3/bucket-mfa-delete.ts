import { equal, subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import {
  bucketLifecycle,
  bucketVersioning,
  type Versioning,
} from '../../src/collectors/s3/bucket-settings.ts';
import { buckets } from '../../src/collectors/s3/buckets.ts';
import { ifKnown } from '../../src/observe/if-known.ts';
import { any } from '../../src/observe/logic.ts';

const cis = subsetOf('a bucket with a lifecycle, which MFA delete rules out, is not judged');

export default defineCheck({
  id: 's3-bucket-mfa-delete',
  title: 'Versions of objects can be deleted with MFA only',
  severity: 'low',
  responsibility: 's3.backup-and-recovery',
  controls: {
    'cis-aws-5.0': { '2.1.2': cis },
    'cis-aws-6.0': { '3.1.2': cis },
    'cis-aws-7.0': { '3.1.2': cis },
    'aws-security-hub': { 'S3.20': equal },
  },
  why: 'With MFA delete stolen credentials alone can neither delete versions for good nor turn versioning off.',
  fix: 'As the root user, turn on versioning with MFA delete by aws s3api put-bucket-versioning --mfa; the console cannot. Where a lifecycle is needed, use Object Lock instead.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html',
  remedy: {
    cli: `# with an access key of root, which is to be deleted right after
aws s3api put-bucket-versioning --bucket BUCKET \\
  --versioning-configuration Status=Enabled,MFADelete=Enabled --mfa "MFA_DEVICE_ARN CODE"`,
  },

  evaluates: buckets,
  needs: { versioning: bucketVersioning, lifecycle: bucketLifecycle },

  evaluate(bucket, { read, versioning, lifecycle }) {
    const setting = versioning.of(bucket);
    const settled = any(
      () => hasMfaDelete(read(setting)),
      // S3 refuses the one where the other is set, so a lifecycle ends the matter.
      () => read(lifecycle.of(bucket)).length > 0,
    );
    if (!settled) return fail(reasonOf(read(setting)));
    const known = ifKnown(() => read(setting));
    if (known && hasMfaDelete(known)) return pass('MFA delete is on');
    return notApplicable('the bucket has a lifecycle configuration, which MFA delete rules out');
  },
});

function hasMfaDelete({ status, mfaDelete }: Versioning): boolean {
  return status === 'Enabled' && mfaDelete;
}

function reasonOf({ status }: Versioning): string {
  return status === 'Enabled' ? 'versioning is on without MFA delete' : 'versioning is not on';
}
