import { subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { failFor } from '../../src/judge/fail-when.ts';
import { domains } from '../../src/collectors/opensearch/domains.ts';
import { ageOf } from '../../src/reasoning/dated/dated.ts';
import { recommendedDomainPolicies } from '../../src/reasoning/dated/tls-policies.ts';

export default defineCheck({
  id: 'opensearch-domain-tls-policy',
  title: 'The OpenSearch domain refuses HTTP, and has a current TLS policy',
  severity: 'medium',
  responsibility: 'opensearch.encryption-in-transit',
  controls: {
    'aws-fsbp': {
      'Opensearch.8': subsetOf('the policy with FIPS of 2024 passes too: it asks for more'),
    },
  },
  why: 'Over plain HTTP, or with ciphers that give no forward secrecy, searches, documents and credentials can be read on their way.',
  fix: 'Require HTTPS and set the TLS policy Policy-Min-TLS-1-2-PFS-2023-10. Clients that use HTTP or older TLS cannot connect any more.',
  link: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html',
  remedy: {
    cli: `aws opensearch update-domain-config --domain-name DOMAIN \\
  --domain-endpoint-options EnforceHTTPS=true,TLSSecurityPolicy=Policy-Min-TLS-1-2-PFS-2023-10`,
  },

  evaluates: domains,

  evaluate(domain, { read, now }) {
    const { values } = recommendedDomainPolicies;
    const verdict = failFor(
      [
        () => (read(domain.enforcesHttps) ? [] : ['it lets plain HTTP in']),
        () => {
          const policy = read(domain.tlsPolicy);
          return values.includes(policy) ? [] : [`its TLS policy is ${policy}`];
        },
      ],
      'it refuses plain HTTP, and its TLS policy is current',
    );
    const age = ageOf(recommendedDomainPolicies, now);
    return { ...verdict, reasons: [...verdict.reasons, ...age] };
  },
});
