import { intersectsWith } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { interfacesByVpc, networkInterfaces } from '../../src/collectors/ec2/network-interfaces.ts';
import { endpointsByVpc, vpcEndpoints } from '../../src/collectors/ec2/vpc-endpoints.ts';
import { vpcs } from '../../src/collectors/ec2/vpcs.ts';
import { ifKnown } from '../../src/observe/if-known.ts';

export default defineCheck({
  id: 'vpc-endpoints-in-use',
  title: 'The VPC reaches services of AWS through VPC endpoints',
  severity: {
    is: 'low',
    because:
      'what goes to S3 and DynamoDB without an endpoint is encrypted and signed all the same',
  },
  responsibility: 'vpc.network-configuration',
  controls: {
    'cis-aws-7.0': {
      '6.8': intersectsWith(
        'endpoints for two services are asked for; which others the VPC uses is not read',
      ),
    },
    'aws-fsbp': {
      'EC2.10': intersectsWith(
        'it asks for an endpoint of ec2 only where the parameter services names that',
      ),
      'EC2.55': intersectsWith(
        'it asks for an endpoint of ecr.api only where the parameter services names that',
      ),
      'EC2.56': intersectsWith(
        'it asks for an endpoint of ecr.dkr only where the parameter services names that',
      ),
      'EC2.57': intersectsWith(
        'it asks for an endpoint of ssm only where the parameter services names that',
      ),
    },
  },
  why: 'Traffic through an endpoint needs no way to the Internet, and the policy of the endpoint can say which resources may be reached.',
  fix: 'Create gateway endpoints for S3 and DynamoDB with the route tables of the VPC, and interface endpoints for the other services that it uses.',
  link: 'https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html',
  remedy: {
    console:
      'VPC, Endpoints, Create endpoint, com.amazonaws.REGION.s3, Gateway, with the route tables of the VPC.',
    cli: `aws ec2 create-vpc-endpoint --vpc-id VPC --vpc-endpoint-type Gateway \\
  --service-name com.amazonaws.REGION.s3 --route-table-ids TABLES`,
    terraform: `resource "aws_vpc_endpoint" "s3" {
  vpc_id            = aws_vpc.this.id
  vpc_endpoint_type = "Gateway"
  service_name      = "com.amazonaws.REGION.s3"
  route_table_ids   = [aws_route_table.this.id]
}`,
  },

  evaluates: vpcs,
  needs: { endpoints: vpcEndpoints, interfaces: networkInterfaces },
  // Others by the end of their service name: ec2, ssm, ecr.api, ecr.dkr, …
  params: { services: ['s3', 'dynamodb'] },
  meanings: {
    services:
      'the services to have an endpoint for, by the end of their service name: s3, ec2, ecr.api',
  },

  evaluate({ vpcId, region }, { read, params, endpoints, interfaces }) {
    const isServed = (service: string) =>
      read.some(endpointsByVpc(endpoints, vpcId), ({ way }) => {
        const { serviceName, isAvailable, isRouted } = read(way);
        return serviceName?.endsWith(`.${region}.${service}`) === true && isAvailable && isRouted;
      });
    const isUsed = ifKnown(() => read.some(interfacesByVpc(interfaces, vpcId), () => true));
    if (isUsed === false)
      return notApplicable('nothing is in the VPC: it has no network interface');
    const missing = params.services.filter((service) => !isServed(service));
    if (missing.length > 0) {
      if (isUsed === undefined) read.list(interfaces);
      return fail(`no endpoint in use for ${missing.join(', ')}`);
    }
    return pass(`endpoints are in use for ${params.services.join(', ')}`);
  },
});
