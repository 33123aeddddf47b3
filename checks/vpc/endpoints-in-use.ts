import { intersectsWith } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { endpointServices } from '../../src/judge/items.ts';
import { networkInterfaces } from '../../src/collectors/ec2/network-interfaces.ts';
import { vpcEndpoints } from '../../src/collectors/ec2/vpc-endpoints.ts';
import { vpcs } from '../../src/collectors/ec2/vpcs.ts';
import { judgeEndpoints } from '../../src/reasoning/vpc-endpoints.ts';

export default defineCheck({
  id: 'vpc-endpoints-in-use',
  title: 'The VPC reaches services of AWS through VPC endpoints',
  severity: 'low',
  responsibility: 'vpc.network-configuration',
  controls: {
    'cis-aws-7.0': {
      '6.8': intersectsWith(
        'endpoints for two services are asked for; which others the VPC uses is not read',
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
  items: { services: endpointServices },

  evaluate: (vpc, context) => judgeEndpoints(vpc, context, context.params.services),
});
