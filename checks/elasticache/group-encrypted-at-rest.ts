import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { replicationGroups } from '../../src/collectors/elasticache/replication-groups.ts';

export default defineCheck({
  id: 'elasticache-group-encrypted-at-rest',
  title: 'The ElastiCache replication group is encrypted at rest',
  severity: 'medium',
  responsibility: 'elasticache.server-side-encryption-at-rest',
  controls: { 'aws-fsbp': { 'ElastiCache.4': equal } },
  why: 'A cache writes what it holds to disk when it synchronises replicas and takes backups; unencrypted, sessions and personal data stand there in plain text.',
  fix: 'Take a backup and restore it as a new group with encryption at rest, then move the clients there. Encryption cannot be turned on for a group that is there, and what is written after the backup is not in the new one.',
  link: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html',
  remedy: {
    cli: `aws elasticache create-snapshot --replication-group-id GROUP --snapshot-name SNAPSHOT
aws elasticache create-replication-group --replication-group-id NEW_GROUP --replication-group-description DESCRIPTION \\
  --snapshot-name SNAPSHOT --at-rest-encryption-enabled --kms-key-id KEY \\
  --cache-node-type TYPE --cache-subnet-group-name SUBNET_GROUP --security-group-ids SECURITY_GROUPS
# move the clients, check the data, and only then delete GROUP`,
  },

  evaluates: replicationGroups,

  evaluate: (group, { read }) =>
    read(group.encryptedAtRest)
      ? pass('the group is encrypted at rest')
      : fail('the group is not encrypted at rest'),
});
