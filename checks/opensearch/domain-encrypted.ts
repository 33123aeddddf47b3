import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { domains } from '../../src/collectors/opensearch/domains.ts';

export default defineCheck({
  id: 'opensearch-domain-encrypted',
  title: 'The OpenSearch domain is encrypted at rest',
  severity: 'medium',
  responsibility: 'opensearch.server-side-encryption-at-rest',
  controls: { 'aws-fsbp': { 'Opensearch.1': equal } },
  why: 'Indexes, logs, swap files and automated snapshots of a domain are in plain text where it was not encrypted.',
  fix: 'Turn on encryption at rest with a KMS key. It needs OpenSearch, or Elasticsearch 6.7 or newer, where it makes the domain anew behind the same endpoint; an older domain is restored from a snapshot into a new one. It cannot be turned off again.',
  link: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html',
  remedy: {
    cli: 'aws opensearch update-domain-config --domain-name DOMAIN --encryption-at-rest-options Enabled=true,KmsKeyId=KEY',
  },

  evaluates: domains,

  evaluate: (domain, { read }) =>
    read(domain.encrypted)
      ? pass('the domain is encrypted at rest')
      : fail('the domain is not encrypted at rest'),
});
