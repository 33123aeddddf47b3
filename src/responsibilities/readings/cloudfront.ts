import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'network-configuration': {
    parts: [
      { part: 'web ACLs of distributions', checks: ['cloudfront-waf'] },
      {
        part: 'whether requests to origins are signed',
        checks: ['cloudfront-function-url-access-control', 'cloudfront-origin-access-control'],
      },
      { part: 'origins that stand in for others', checks: ['cloudfront-origin-failover'] },
    ],
    unread: [
      'whether custom origins let others in than CloudFront',
      'geographic limits',
      'signed URLs and cookies',
    ],
  },
  'encryption-in-transit': {
    parts: [
      {
        part: 'what viewers may speak',
        checks: ['cloudfront-https-only', 'cloudfront-sni', 'cloudfront-tls-policy'],
      },
      { part: 'certificates of distributions', checks: ['cloudfront-custom-certificate'] },
      {
        part: 'what CloudFront speaks to custom origins',
        checks: ['cloudfront-origin-https', 'cloudfront-origin-no-old-tls'],
      },
    ],
    unread: ['protocols of VPC origins', 'field-level encryption'],
  },
  'data-and-data-location': {
    parts: [
      { part: 'origins that are buckets', checks: ['cloudfront-origin-bucket-exists'] },
      { part: 'what the root answers with', checks: ['cloudfront-default-root-object'] },
    ],
    unread: ['what is cached, and for how long', 'whether origins of other accounts are trusted'],
  },
  'logging-and-monitoring': {
    parts: [{ part: 'access logs and real-time logs', checks: ['cloudfront-logging'] }],
    unread: ['whether the logs arrive, and who may read them', 'alarms'],
  },
} satisfies ServiceReading;
