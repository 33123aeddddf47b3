import { equal, subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { instances } from '../../src/collectors/ec2/instances.ts';

export default defineCheck({
  id: 'ec2-instance-imdsv2',
  title: 'The instance gives metadata to requests with a session token only (IMDSv2)',
  severity: 'high',
  responsibility: 'ec2.os-configuration-and-host-firewall',
  controls: {
    'cis-aws-5.0': { '5.7': equal },
    'cis-aws-6.0': { '6.7': equal },
    'cis-aws-7.0': { '6.7': equal },
    'aws-fsbp': {
      'EC2.8': subsetOf(
        'an instance whose metadata service is off passes; the control looks at HttpTokens alone',
      ),
    },
  },
  why: 'With IMDSv1 a single request, which a flaw in a web application can be made to send, is enough to read the credentials of the role.',
  fix: 'Make sure that the software on the instance uses IMDSv2, then set its metadata options to require tokens.',
  link: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html',
  remedy: {
    console:
      'EC2, Instances, the instance, Actions, Instance settings, Modify instance metadata options, IMDSv2 Required.',
    cli: 'aws ec2 modify-instance-metadata-options --instance-id INSTANCE --http-tokens required',
    terraform: `resource "aws_instance" "this" {
  metadata_options {
    http_tokens = "required"
  }
  # …
}`,
  },

  evaluates: instances,

  evaluate(instance, { read }) {
    const { isOn, requiresTokens, isApplied, hopLimit } = read(instance.metadata);
    const isSafe = requiresTokens || !isOn;
    if (!isSafe) return fail('IMDSv1 is answered: tokens are optional');
    if (!isApplied) return fail('the change that turns IMDSv1 off is not applied yet');
    if (!isOn) return pass('the metadata service is off');
    if (hopLimit <= 1) return pass('tokens are required');
    return pass(
      'tokens are required',
      `answers may take ${hopLimit} hops, as containers need them`,
    );
  },
});
