import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { accountIds } from '../../src/judge/items.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { bucketPolicy } from '../../src/collectors/s3/bucket-access.ts';
import { buckets } from '../../src/collectors/s3/buckets.ts';
import { organizationAccounts } from '../../src/collectors/organizations/accounts.ts';
import { organization } from '../../src/collectors/organizations/organization.ts';
import { readExternalGrants } from '../../src/policy/external.ts';
import { withoutTrusted, whoseAccounts } from '../../src/reasoning/other-accounts.ts';

/** The actions that Security Hub's S3.6 names: its parameter blacklistedactionpatterns. */
const actions = [
  's3:DeleteBucketPolicy',
  's3:PutBucketAcl',
  's3:PutBucketPolicy',
  's3:PutEncryptionConfiguration',
  's3:PutObjectAcl',
];

export default defineCheck({
  id: 's3-bucket-policy-no-external-control',
  title: "The bucket policy lets no other account change the bucket's policy, ACLs or encryption",
  severity: 'high',
  responsibility: 's3.identity-and-access',
  controls: { 'aws-fsbp': { 'S3.6': equal } },
  why: 'Who may change the policy or the ACL of a bucket can let in anybody, and can lock its owner out.',
  fix: 'Take these actions, and wildcards that stand for them, out of the statement that the finding names, or give them to your own account alone.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html',
  remedy: {
    console: 'S3, the bucket, Permissions, Bucket policy, Edit.',
    cli: `aws s3api get-bucket-policy --bucket BUCKET --query Policy --output text > policy.json
# edit policy.json: name the actions that the other account needs, such as s3:GetObject
aws s3api put-bucket-policy --bucket BUCKET --policy file://policy.json`,
  },

  evaluates: buckets,
  needs: { policy: bucketPolicy, siblings: organizationAccounts, joined: organization },
  params: { trustedAccounts: [] },
  meanings: { trustedAccounts: 'other accounts, by id, that may control buckets' },
  items: { trustedAccounts: accountIds },

  evaluate(bucket, { read, policy, siblings, joined, account, params }) {
    const document = read(policy.of(bucket));
    if (document === null) return pass('there is no bucket policy');
    const all = readExternalGrants(document, { account, actions });
    const grants = withoutTrusted(all, params.trustedAccounts);
    if (grants.length === 0) {
      const excused = all.length > 0 ? ' but those that are trusted' : '';
      return pass(`no statement gives another account${excused} control of the bucket`);
    }
    return fail(
      ...grants.map(
        ({ reason, accounts }) => `${reason}${whoseAccounts(read, { siblings, joined }, accounts)}`,
      ),
    );
  },
});
