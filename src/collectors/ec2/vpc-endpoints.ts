/** VPC endpoints: the private ways from a VPC to services. */
import { defineCollector } from '../../collect/collector.ts';
import { lookupBy } from '../../collect/lookup.ts';
import { pageSize } from './ec2-resource.ts';
import { DescribeVpcEndpoints } from './operations.ts';

export interface VpcEndpoint {
  readonly endpointId: string;
  readonly vpcId: string;
  /** Such as `com.amazonaws.eu-west-1.ecr.api`. */
  readonly serviceName: string;
  readonly isAvailable: boolean;
  /** A gateway endpoint carries traffic only by route tables that it is associated with. */
  readonly isRouted: boolean;
}

export const vpcEndpoints = defineCollector({
  id: 'vpc.endpoints',
  service: 'vpc',
  scope: 'regional',
  calls: [DescribeVpcEndpoints],
  gather: (aws) =>
    aws.list(
      DescribeVpcEndpoints,
      { MaxResults: pageSize },
      'VpcEndpoints',
      (endpoint, { must }): VpcEndpoint => ({
        endpointId: must(endpoint, 'VpcEndpointId'),
        vpcId: must(endpoint, 'VpcId'),
        serviceName: must(endpoint, 'ServiceName'),
        // The reference writes "Available", answers have "available".
        isAvailable: must(endpoint, 'State').toLowerCase() === 'available',
        isRouted:
          must(endpoint, 'VpcEndpointType') !== 'Gateway' ||
          must(endpoint, 'RouteTableIds').length > 0,
      }),
      { key: ({ endpointId }) => endpointId },
    ),
});

export const endpointsByVpc = lookupBy(({ vpcId }: VpcEndpoint) => vpcId);
