import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'identity-and-access': {
    parts: [{ part: 'whether routes ask who calls', checks: ['apigateway-authorization'] }],
    unread: [
      'policies of REST APIs, which may limit who calls',
      'what authorizers ask for',
      'API keys and usage plans',
    ],
  },
  'server-side-encryption-at-rest': {
    parts: [{ part: 'caches of stages', checks: ['apigateway-stage-cache-encrypted'] }],
    unread: ['where logs are kept'],
  },
  'encryption-in-transit': {
    parts: [
      {
        part: 'client certificates of stages',
        checks: ['apigateway-stage-client-certificate'],
      },
    ],
    unread: ['TLS policies of domain names', 'whether integrations speak HTTPS'],
  },
  'logging-and-monitoring': {
    parts: [
      { part: 'access logs of stages', checks: ['apigateway-access-logging'] },
      {
        part: 'execution logs and traces of stages',
        checks: ['apigateway-execution-logging', 'apigateway-stage-tracing'],
      },
    ],
    unread: ['what the logs hold', 'alarms'],
  },
} satisfies ServiceReading;
