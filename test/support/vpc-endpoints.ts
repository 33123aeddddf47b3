/** The cases of every check that asks for an endpoint of one service in each VPC. */
import type { NetworkInterface } from '../../src/collectors/ec2/network-interfaces.ts';
import type { VpcEndpoint, WayToService } from '../../src/collectors/ec2/vpc-endpoints.ts';
import { networkInterface, vpc } from './ec2.ts';
import { known, listing, partialListing } from './observe.ts';

/** An endpoint in use, of VPC `vpc-1`. */
function endpointTo(
  service: string,
  { vpcId = 'vpc-1', ...fields }: Partial<WayToService & { vpcId: string }> = {},
): VpcEndpoint {
  const serviceName = `com.amazonaws.eu-west-1.${service}`;
  const way = known<WayToService>({ serviceName, isAvailable: true, isRouted: true, ...fields });
  return { endpointId: 'vpce-1', vpcId, way };
}

const resource = vpc();
const interfaces = listing(networkInterface());

/**
 * @param service the service that is asked for
 * @param other one whose name is much like it
 */
export function endpointCases(service: string, other: string) {
  const given = (...endpoints: readonly VpcEndpoint[]) => ({
    endpoints: listing(...endpoints),
    interfaces,
  });
  const nothingIn = listing<NetworkInterface>();
  return {
    pass: [
      {
        name: 'an endpoint of the service is available',
        resource,
        given: given(endpointTo(service)),
      },
      {
        name: 'an endpoint is available, whatever else may not be read',
        resource,
        given: { endpoints: partialListing('denied', endpointTo(service)), interfaces },
      },
    ] as const,
    fail: [
      {
        name: 'there is no endpoint',
        resource,
        given: given(),
        reasons: [`no endpoint in use for ${service}`],
      },
      { name: 'an endpoint of another service', resource, given: given(endpointTo(other)) },
      {
        name: 'the endpoint is not available',
        resource,
        given: given(endpointTo(service, { isAvailable: false })),
      },
      {
        name: 'the endpoint is in another VPC',
        resource,
        given: given(endpointTo(service, { vpcId: 'vpc-2' })),
      },
    ] as const,
    unknown: [
      {
        name: 'the endpoints may not be read',
        resource,
        given: { endpoints: partialListing<VpcEndpoint>('denied'), interfaces },
      },
      {
        name: 'whether anything is in the VPC may not be read',
        resource,
        given: { ...given(), interfaces: partialListing<NetworkInterface>('denied') },
      },
    ] as const,
    'not-applicable': [
      {
        name: 'nothing is in the VPC',
        resource,
        given: { ...given(), interfaces: nothingIn },
      },
    ],
  };
}
