import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { rolesByProfile } from '../../src/collectors/ec2/instance-profiles.ts';
import { instances } from '../../src/collectors/ec2/instances.ts';
import { iamRoles } from '../../src/collectors/iam/authorization-details.ts';

export default defineCheck({
  id: 'iam-instance-role-attached',
  title: 'The instance has a role, so that nothing on it needs stored keys',
  severity: 'medium',
  responsibility: 'ec2.identity-and-access',
  controls: {
    'cis-aws-5.0': { '1.17': equal },
    'cis-aws-6.0': { '2.17': equal },
    'cis-aws-7.0': { '2.16': equal },
    'nist-800-53-r5': servesNist(
      'a role stands in for stored keys; the controls ask for more than that',
      'AC-2(1)',
      'AC-3',
      'AC-6',
      'IA-5',
    ),
  },
  why: 'Software on an instance without a role calls AWS with access keys that are kept on it: they do not expire, and go with every copy of the disk.',
  fix: 'Attach an instance profile with a role that allows what the software needs, then delete the keys that are stored on the instance.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2.html',
  remedy: {
    console: 'EC2, Instances, the instance, Actions, Security, Modify IAM role.',
    cli: 'aws ec2 associate-iam-instance-profile --instance-id INSTANCE --iam-instance-profile Name=PROFILE',
    terraform: `resource "aws_instance" "this" {
  iam_instance_profile = aws_iam_instance_profile.this.name
  # …
}`,
  },

  evaluates: instances,
  needs: { roles: iamRoles },

  evaluate(instance, { read, roles }) {
    const arn = read(instance.profileArn);
    if (arn === null) return fail('the instance has no instance profile');
    const role = read.find(rolesByProfile(roles, arn), () => true);
    if (!role) return fail(`no role lies in its instance profile, if that still exists: ${arn}`);
    return pass(`it has the role ${role.name}`);
  },
});
