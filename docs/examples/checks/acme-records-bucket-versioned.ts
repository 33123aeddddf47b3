import { defineCheck, fail, notApplicable, pass } from 'srm-scan';
import { s3BucketVersioning, s3Buckets } from 'srm-scan/collectors';

export default defineCheck({
  id: 'acme-records-bucket-versioned',
  title: 'A bucket of records keeps old versions of its objects',
  severity: 'high',
  responsibility: 's3.backup-and-recovery',
  controls: {},
  why: 'The records policy of Acme asks for seven years of history.',
  fix: 'Turn on versioning for the bucket, and keep old versions for 2,557 days by a lifecycle rule.',
  link: 'https://wiki.acme.example/records-policy',

  evaluates: s3Buckets,
  needs: { versioning: s3BucketVersioning },
  params: { prefix: ['acme-records-'] },
  meanings: { prefix: 'what the names of buckets of records begin with' },

  evaluate(bucket, { read, versioning, params }) {
    if (!params.prefix.some((each) => bucket.name.startsWith(each))) {
      return notApplicable('the name is not that of a bucket of records');
    }
    const { status } = read(versioning.of(bucket));
    return status === 'Enabled' ? pass('versioning is on') : fail(`versioning is ${status}`);
  },
});
