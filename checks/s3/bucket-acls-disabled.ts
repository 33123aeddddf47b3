import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { bucketAclGrantees, bucketOwnership } from '../../src/collectors/s3/bucket-acl.ts';
import { buckets } from '../../src/collectors/s3/buckets.ts';

export default defineCheck({
  id: 's3-bucket-acls-disabled',
  title: 'ACLs are disabled for the bucket, or its own grants nothing beside the owner',
  severity: 'medium',
  responsibility: 's3.identity-and-access',
  controls: { 'aws-fsbp': { 'S3.12': equal } },
  why: 'ACLs grant access beside all policies, for each object by itself, so that nobody sees in one place who may read what.',
  fix: 'Give by the bucket policy what the ACL gives, set the ACL back to private, and set Object Ownership to "Bucket owner enforced", which disables the ACLs of the bucket and of all its objects.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
  remedy: {
    console: 'S3, the bucket, Permissions, Object Ownership, Edit, ACLs disabled.',
    cli: `# whom only an ACL lets in is shut out: name them in the bucket policy first
aws s3api get-bucket-acl --bucket BUCKET
aws s3api put-bucket-acl --bucket BUCKET --acl private
aws s3api put-bucket-ownership-controls --bucket BUCKET \\
  --ownership-controls "Rules=[{ObjectOwnership=BucketOwnerEnforced}]"`,
    terraform: `resource "aws_s3_bucket_ownership_controls" "this" {
  bucket = aws_s3_bucket.this.id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}`,
  },

  evaluates: buckets,
  needs: { ownership: bucketOwnership, grantees: bucketAclGrantees },

  evaluate(bucket, { read, ownership, grantees }) {
    const controls = read(ownership.of(bucket));
    if (controls === 'BucketOwnerEnforced') {
      return pass('ACLs are disabled, for the bucket and its objects');
    }
    const others = read(grantees.of(bucket));
    if (others.length > 0) return fail(`the ACL grants access to ${others.join(', ')}`);
    return pass(
      `ACLs are on (${controls}); the bucket's own grants nothing beside the owner, those of single objects were not read`,
    );
  },
});
