import { subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { networkInterfaces } from '../../src/collectors/ec2/network-interfaces.ts';
import { vpcEndpoints } from '../../src/collectors/ec2/vpc-endpoints.ts';
import { vpcs } from '../../src/collectors/ec2/vpcs.ts';
import { judgeEndpoints } from '../../src/reasoning/vpc-endpoints.ts';
import { addInterfaceEndpoint } from '../../src/remedies/interface-endpoint.ts';

export default defineCheck({
  id: 'vpc-endpoint-ssm-contacts',
  title: 'The VPC reaches the contacts of Incident Manager through an endpoint',
  severity: {
    is: 'low',
    because: 'it matters only to who calls Incident Manager from within the VPC',
  },
  responsibility: 'vpc.network-configuration',
  controls: { 'aws-fsbp': { 'EC2.58': subsetOf('a VPC that nothing is in is not judged') } },
  why: 'Who is called in an incident is asked and changed without a way to the Internet then.',
  fix: 'Create an interface endpoint for ssm-contacts in the VPCs from which contacts of Incident Manager are used.',
  link: 'https://docs.aws.amazon.com/incident-manager/latest/userguide/vpc-interface-endpoints.html',
  remedy: addInterfaceEndpoint('ssm-contacts'),

  evaluates: vpcs,
  needs: { endpoints: vpcEndpoints, interfaces: networkInterfaces },

  evaluate: (vpc, context) => judgeEndpoints(vpc, context, ['ssm-contacts']),
});
