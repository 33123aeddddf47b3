import { defineCheck } from '../../src/judge/define-check.ts';
import { subsetOf } from '../../src/frameworks/relation.ts';
import { networkInterfaces } from '../../src/collectors/ec2/network-interfaces.ts';
import { vpcEndpoints } from '../../src/collectors/ec2/vpc-endpoints.ts';
import { vpcs } from '../../src/collectors/ec2/vpcs.ts';
import { judgeEndpoints } from '../../src/reasoning/vpc-endpoints.ts';
import { addInterfaceEndpoint } from '../../src/remedies/interface-endpoint.ts';

export default defineCheck({
  id: 'vpc-endpoint-ecr-dkr',
  title: 'The VPC pulls images from ECR through an endpoint',
  severity: 'medium',
  responsibility: 'vpc.network-configuration',
  controls: { 'aws-fsbp': { 'EC2.56': subsetOf('a VPC that nothing is in is not judged') } },
  why: 'Images are what runs: pulled through the endpoint they do not pass the Internet, and hosts need no way to it.',
  fix: 'Create an interface endpoint for the registry of ECR in each VPC that runs containers, beside those for its API and for S3.',
  link: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
  remedy: addInterfaceEndpoint('ecr.dkr'),

  evaluates: vpcs,
  needs: { endpoints: vpcEndpoints, interfaces: networkInterfaces },

  evaluate: (vpc, context) => judgeEndpoints(vpc, context, ['ecr.dkr']),
});
