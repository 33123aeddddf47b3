import { defineCheck } from '../../src/judge/define-check.ts';
import { subsetOf } from '../../src/frameworks/relation.ts';
import { networkInterfaces } from '../../src/collectors/ec2/network-interfaces.ts';
import { vpcEndpoints } from '../../src/collectors/ec2/vpc-endpoints.ts';
import { vpcs } from '../../src/collectors/ec2/vpcs.ts';
import { judgeEndpoints } from '../../src/reasoning/vpc-endpoints.ts';
import { addInterfaceEndpoint } from '../../src/remedies/interface-endpoint.ts';

export default defineCheck({
  id: 'vpc-endpoint-ec2',
  title: 'The VPC reaches the EC2 API through an endpoint',
  severity: 'medium',
  responsibility: 'vpc.network-configuration',
  controls: { 'aws-fsbp': { 'EC2.10': subsetOf('a VPC that nothing is in is not judged') } },
  why: 'Calls of the EC2 API from within the VPC need no way to the Internet then, and the policy of the endpoint can say what they may do.',
  fix: 'Create an interface endpoint for EC2 in each VPC whose instances call its API.',
  link: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/interface-vpc-endpoints.html',
  remedy: addInterfaceEndpoint('ec2'),

  evaluates: vpcs,
  needs: { endpoints: vpcEndpoints, interfaces: networkInterfaces },

  evaluate: (vpc, context) => judgeEndpoints(vpc, context, ['ec2']),
});
