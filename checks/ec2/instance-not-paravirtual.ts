import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { instances } from '../../src/collectors/ec2/instances.ts';

export default defineCheck({
  id: 'ec2-instance-not-paravirtual',
  title: 'The instance runs on hardware virtualization',
  severity: 'medium',
  responsibility: 'ec2.guest-os',
  controls: { 'aws-fsbp': { 'EC2.24': equal } },
  why: 'Paravirtual images run on instance types of the first generations alone, whose kernels and drivers get few security fixes any more.',
  fix: 'Move to a current instance type with an HVM image of a system that is still maintained.',
  link: 'https://docs.aws.amazon.com/linux/al2/ug/virtualization_types.html',
  remedy: {
    cli: `# a paravirtual image does not start on a current type: install the software on a new instance
aws ec2 run-instances --image-id HVM_IMAGE --instance-type TYPE --subnet-id SUBNET`,
  },

  evaluates: instances,

  evaluate({ virtualization }, { read }) {
    return read(virtualization) === 'paravirtual'
      ? fail('it is paravirtual')
      : pass('it runs on hardware virtualization');
  },
});
