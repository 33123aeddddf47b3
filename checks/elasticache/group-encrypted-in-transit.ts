import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { replicationGroups } from '../../src/collectors/elasticache/replication-groups.ts';

export default defineCheck({
  id: 'elasticache-group-encrypted-in-transit',
  title: 'The ElastiCache replication group encrypts its traffic',
  severity: 'medium',
  responsibility: 'elasticache.encryption-in-transit',
  controls: { 'aws-fsbp': { 'ElastiCache.5': equal } },
  why: 'Without TLS whoever can watch the network reads the data of the cache, and the password with which clients log in.',
  fix: 'From Redis OSS 7 and Valkey 7.2 on turn on encryption in transit in the mode preferred, move the clients to TLS, and then set the mode to required. An older group is restored from a backup as a new one with TLS.',
  link: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html',
  remedy: {
    cli: `aws elasticache modify-replication-group --replication-group-id GROUP --transit-encryption-enabled \\
  --transit-encryption-mode preferred --apply-immediately
# when every client uses TLS: those that do not are cut off
aws elasticache modify-replication-group --replication-group-id GROUP --transit-encryption-enabled \\
  --transit-encryption-mode required --apply-immediately`,
  },

  evaluates: replicationGroups,

  evaluate: (group, { read }) =>
    read(group.encryptedInTransit)
      ? pass('TransitEncryptionEnabled is true')
      : fail('TransitEncryptionEnabled is false'),
});
