import { defineCheck } from '../../src/judge/define-check.ts';
import { subsetOf } from '../../src/frameworks/relation.ts';
import { networkInterfaces } from '../../src/collectors/ec2/network-interfaces.ts';
import { vpcEndpoints } from '../../src/collectors/ec2/vpc-endpoints.ts';
import { vpcs } from '../../src/collectors/ec2/vpcs.ts';
import { judgeEndpoints } from '../../src/reasoning/vpc-endpoints.ts';
import { addInterfaceEndpoint } from '../../src/remedies/interface-endpoint.ts';

export default defineCheck({
  id: 'vpc-endpoint-ecr-api',
  title: 'The VPC reaches the ECR API through an endpoint',
  severity: 'medium',
  responsibility: 'vpc.network-configuration',
  controls: { 'aws-fsbp': { 'EC2.55': subsetOf('a VPC that nothing is in is not judged') } },
  why: 'Hosts of containers ask ECR for tokens and lists of images; with the endpoint they need no way to the Internet for it.',
  fix: 'Create an interface endpoint for the API of ECR in each VPC that runs containers, beside those for its registry and for S3.',
  link: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
  remedy: addInterfaceEndpoint('ecr.api'),

  evaluates: vpcs,
  needs: { endpoints: vpcEndpoints, interfaces: networkInterfaces },

  evaluate: (vpc, context) => judgeEndpoints(vpc, context, ['ecr.api']),
});
