/** The operations of Amazon Route 53 that are sent, each with its IAM action and what its answers mean. */
import { route53 } from './service.ts';

export const ListHostedZones = route53.operation(
  'ListHostedZones',
  (sdk) => sdk.ListHostedZonesCommand,
  {
    action: 'route53:ListHostedZones',
    pages: { answer: 'NextMarker', input: 'Marker' },
  },
);

export const ListQueryLoggingConfigs = route53.operation(
  'ListQueryLoggingConfigs',
  (sdk) => sdk.ListQueryLoggingConfigsCommand,
  {
    action: 'route53:ListQueryLoggingConfigs',
    pages: 'NextToken',
  },
);
