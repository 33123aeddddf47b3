import check from '../../../checks/vpc/endpoints-in-use.ts';
import type { NetworkInterface } from '../../../src/collectors/ec2/network-interfaces.ts';
import type { VpcEndpoint, WayToService } from '../../../src/collectors/ec2/vpc-endpoints.ts';
import { testCheck } from '../../support/check-tester.ts';
import { networkInterface, vpc } from '../../support/ec2.ts';
import { known, listing, partialListing } from '../../support/observe.ts';

const resource = vpc();
const interfaces = listing(networkInterface());
const endpoint = (
  service: string,
  { vpcId = 'vpc-1', ...fields }: Partial<WayToService & { vpcId: string }> = {},
): VpcEndpoint => {
  const serviceName = `com.amazonaws.eu-west-1.${service}`;
  const way = known<WayToService>({ serviceName, isAvailable: true, isRouted: true, ...fields });
  return { endpointId: 'vpce-1', vpcId, way };
};
const both = [endpoint('s3'), endpoint('dynamodb')];
const given = (...endpoints: readonly VpcEndpoint[]) => ({
  endpoints: listing(...endpoints),
  interfaces,
});

testCheck(check, {
  pass: [
    { name: 'both gateway endpoints', resource, given: given(...both) },
    {
      name: 'the services that were set',
      resource,
      given: given(endpoint('ecr.api')),
      params: { services: ['ecr.api'] },
    },
    {
      name: 'all endpoints are there, whatever may not be read',
      resource,
      given: {
        endpoints: partialListing('denied', ...both),
        interfaces: partialListing<NetworkInterface>('denied'),
      },
    },
  ],
  fail: [
    {
      name: 'one is missing',
      resource,
      given: given(endpoint('s3')),
      reasons: ['no endpoint in use for dynamodb'],
      severity: 'low',
    },
    {
      name: 'it is not available',
      resource,
      given: given(endpoint('s3'), endpoint('dynamodb', { isAvailable: false })),
    },
    {
      name: 'no route table leads to it',
      resource,
      given: given(endpoint('s3', { isRouted: false }), endpoint('dynamodb')),
    },
    {
      name: 'it is in another VPC',
      resource,
      given: given(endpoint('s3', { vpcId: 'vpc-2' }), endpoint('dynamodb')),
    },
    {
      name: 'a service whose name only ends alike',
      resource,
      given: given(endpoint('accesspoint-s3'), endpoint('dynamodb')),
    },
  ],
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
  ],
  'not-applicable': [
    {
      name: 'nothing is in the VPC',
      resource,
      given: { ...given(), interfaces: listing<NetworkInterface>() },
    },
  ],
});
