/** Where the outside world comes in: load balancers, API Gateway, CloudFront, Route 53, WAF and Shield. */
import type { ExceptionGroup } from './terms.ts';

export const frontEndExceptions: readonly ExceptionGroup[] = [
  {
    services: ['api-gateway', 'cloudfront', 'route53', 'waf', 'iam'],
    layers: {
      'data-and-data-location': {
        awsPart:
          'Keeps content in the chosen region unless the customer or a chosen feature moves it (edge and global services replicate by design).',
      },
    },
  },
  {
    services: ['api-gateway', 'cloudfront', 'route53', 'waf'],
    layers: {
      'network-configuration': {
        customerPart: 'Sets protocols, origins, allow-lists, WAF rules and geographic limits.',
        awsPart: 'Runs the edge or regional front end and absorbs common network attacks.',
      },
      'server-side-encryption-at-rest': {
        customerPart: 'Encrypts log buckets and origins.',
        awsPart: 'Encrypts cached content and configuration at rest.',
      },
      'encryption-in-transit': {
        customerPart: 'Sets viewer and origin protocols, minimum TLS version and certificates.',
        awsPart: 'Terminates TLS at the front end and offers modern policies.',
      },
      'logging-and-monitoring': { customerPart: 'Turns on access or query logs and watches them.' },
    },
  },
  {
    services: ['elb'],
    layers: {
      'server-side-encryption-at-rest': {
        customerPart: 'Encrypts the log bucket.',
        awsPart: 'Holds configuration and certificates encrypted.',
      },
      'encryption-in-transit': {
        customerPart: 'Configures HTTPS/TLS listeners, certificates, policies and redirects.',
        awsPart: 'Terminates TLS with the chosen policy.',
      },
      'logging-and-monitoring': { customerPart: 'Turns on access logs and watches them.' },
      'availability-and-resilience': {
        owner: 'shared',
        customerPart: 'Enables several zones and healthy targets.',
        awsPart: 'Scales and replaces load balancer nodes.',
      },
    },
  },
];
