/** Client VPN endpoints: where people's computers enter a VPC. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { ec2Resource } from './ec2-resource.ts';
import { DescribeClientVpnEndpoints } from './operations.ts';

export interface ClientVpnEndpoint extends Resource {
  /** Whether it is recorded who connects. */
  readonly logsConnections: Observed<boolean>;
}

/** The largest page of the operation. */
const endpointsPerPage = 1000;

const leaving: ReadonlySet<string> = new Set(['deleting', 'deleted']);

export const clientVpnEndpoints = defineCollector({
  id: 'vpc.client-vpn-endpoints',
  service: 'vpc',
  scope: 'regional',
  calls: [DescribeClientVpnEndpoints],
  gather: (aws) =>
    aws.list(
      DescribeClientVpnEndpoints,
      { MaxResults: endpointsPerPage },
      'ClientVpnEndpoints',
      (endpoint, { must, observe }): ClientVpnEndpoint | readonly ClientVpnEndpoint[] => {
        const id = must(endpoint, 'ClientVpnEndpointId');
        if (leaving.has(must(must(endpoint, 'Status'), 'Code'))) return [];
        return {
          ...ec2Resource(aws, 'client-vpn-endpoint', 'AWS::EC2::ClientVpnEndpoint', id),
          logsConnections: observe(() => must(must(endpoint, 'ConnectionLogOptions'), 'Enabled')),
        };
      },
    ),
});
