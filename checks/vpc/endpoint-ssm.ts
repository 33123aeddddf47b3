import { defineCheck } from '../../src/judge/define-check.ts';
import { subsetOf } from '../../src/frameworks/relation.ts';
import { networkInterfaces } from '../../src/collectors/ec2/network-interfaces.ts';
import { vpcEndpoints } from '../../src/collectors/ec2/vpc-endpoints.ts';
import { vpcs } from '../../src/collectors/ec2/vpcs.ts';
import { judgeEndpoints } from '../../src/reasoning/vpc-endpoints.ts';
import { addInterfaceEndpoint } from '../../src/remedies/interface-endpoint.ts';

export default defineCheck({
  id: 'vpc-endpoint-ssm',
  title: 'The VPC reaches Systems Manager through an endpoint',
  severity: 'medium',
  responsibility: 'vpc.network-configuration',
  controls: { 'aws-fsbp': { 'EC2.57': subsetOf('a VPC that nothing is in is not judged') } },
  why: 'Instances without a way to the Internet can then be patched and administered all the same, and nobody has to open SSH for it.',
  fix: 'Create interface endpoints for ssm and ssmmessages in each VPC that has instances.',
  link: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html',
  remedy: addInterfaceEndpoint('ssm'),

  evaluates: vpcs,
  needs: { endpoints: vpcEndpoints, interfaces: networkInterfaces },

  evaluate: (vpc, context) => judgeEndpoints(vpc, context, ['ssm']),
});
