/** Transit gateways that the account owns. Those that others share with it are theirs to configure. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { ec2Resource, ownerOf, pageSize } from './ec2-resource.ts';
import { DescribeTransitGateways } from './operations.ts';

export interface TransitGateway extends Resource {
  /** Whether attachments of other accounts are accepted without anybody looking. */
  readonly acceptsByItself: Observed<boolean>;
}

const leaving: ReadonlySet<string> = new Set(['deleting', 'deleted']);

export const transitGateways = defineCollector({
  id: 'ec2.transit-gateways',
  service: 'ec2',
  scope: 'regional',
  recordedAs: ['AWS::EC2::TransitGateway'],
  calls: [DescribeTransitGateways],
  gather: (aws) =>
    aws.list(
      DescribeTransitGateways,
      { MaxResults: pageSize },
      'TransitGateways',
      (gateway, members): TransitGateway | readonly TransitGateway[] => {
        const { must, observe } = members;
        const id = must(gateway, 'TransitGatewayId');
        if (leaving.has(must(gateway, 'State'))) return [];
        if (ownerOf(gateway, members) !== aws.account) return [];
        return {
          ...ec2Resource(aws, 'transit-gateway', 'AWS::EC2::TransitGateway', id),
          acceptsByItself: observe(() => {
            const value = must(must(gateway, 'Options'), 'AutoAcceptSharedAttachments');
            return oneOf(value, ['enable', 'disable'], members) === 'enable';
          }),
        };
      },
    ),
});
