/** VPC endpoints: the private ways from a VPC to services. */
import type { VpcEndpoint as AnswerEndpoint } from '@aws-sdk/client-ec2';
import { oneOf } from '../../aws/one-of.ts';
import type { Members } from '../../aws/reads.ts';
import { defineCollector } from '../../collect/collector.ts';
import { hasAny, listWhere } from '../../collect/list-where.ts';
import type { Observed } from '../../observe/observed.ts';
import { pageSize } from './ec2-resource.ts';
import { networkInterfaces } from './network-interfaces.ts';
import { DescribeVpcEndpoints } from './operations.ts';

export interface VpcEndpoint {
  readonly endpointId: string;
  readonly vpcId: string;
  readonly way: Observed<WayToService>;
}

export interface WayToService {
  /** Such as `com.amazonaws.eu-west-1.ecr.api`; null for endpoints that lead to resources of somebody, and to no service. */
  readonly serviceName: string | null;
  readonly isAvailable: boolean;
  /** A gateway endpoint carries traffic only by route tables that it is associated with. */
  readonly isRouted: boolean;
}

/** EC2 API reference, "VpcEndpoint", VpcEndpointType. */
const toServices = ['Gateway', 'Interface', 'GatewayLoadBalancer'] as const;
const toOthers = ['Resource', 'ServiceNetwork', 'Tunnel'] as const;
/** As answers write them; the reference begins them in upper case. */
const states = [
  'available',
  'pendingacceptance',
  'pending',
  'deleting',
  'deleted',
  'rejected',
  'failed',
  'expired',
  'partial',
] as const;

/** Where a Region has no network interface nothing could use one, and nobody asks for them. */
export const vpcEndpoints = defineCollector({
  id: 'vpc.endpoints',
  service: 'vpc',
  scope: 'regional',
  calls: [DescribeVpcEndpoints],
  needs: { networkInterfaces },
  gather: (aws, given) =>
    listWhere(hasAny(given.networkInterfaces), () =>
      aws.list(
        DescribeVpcEndpoints,
        { MaxResults: pageSize },
        'VpcEndpoints',
        (endpoint, members): VpcEndpoint => ({
          endpointId: members.must(endpoint, 'VpcEndpointId'),
          vpcId: members.must(endpoint, 'VpcId'),
          way: members.observe(() => wayOf(endpoint, members)),
        }),
        { key: ({ endpointId }) => endpointId },
      ),
    ),
});

function wayOf(endpoint: AnswerEndpoint, members: Members): WayToService {
  const { must } = members;
  const type = oneOf(must(endpoint, 'VpcEndpointType'), [...toServices, ...toOthers], members);
  const leadsToService = toServices.some((each) => each === type);
  return {
    serviceName: leadsToService ? must(endpoint, 'ServiceName') : null,
    isAvailable: oneOf(must(endpoint, 'State').toLowerCase(), states, members) === 'available',
    isRouted: type !== 'Gateway' || must(endpoint, 'RouteTableIds').length > 0,
  };
}
