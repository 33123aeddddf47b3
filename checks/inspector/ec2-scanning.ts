import { subsetOf } from '../../src/frameworks/relation.ts';
import { scanBy } from '../../src/remedies/inspector.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { instances } from '../../src/collectors/ec2/instances.ts';
import { scanning } from '../../src/collectors/inspector/scanning.ts';
import { judgeScanning } from '../../src/reasoning/inspector-scans.ts';

export default defineCheck({
  id: 'inspector-ec2-scanning',
  title: 'Amazon Inspector looks for vulnerabilities on EC2 instances',
  severity: 'high',
  responsibility: 'inspector.logging-and-monitoring',
  controls: {
    'aws-fsbp': {
      'Inspector.1': subsetOf('the control asks for it in Regions without any of them, too'),
    },
  },
  why: 'Each week brings new holes in packages that are installed already; somebody has to hold what runs against them.',
  fix: 'Turn on EC2 scanning of Inspector. It needs the agent of Systems Manager on an instance, or the hybrid mode, which scans volumes without an agent. It is charged by instance.',
  link: 'https://docs.aws.amazon.com/inspector/latest/user/scanning-ec2.html',
  remedy: scanBy('Amazon EC2 scanning', 'EC2'),

  evaluates: scanning,
  needs: { instances },

  evaluate: (account, { read, instances }) =>
    judgeScanning(read, account.ec2, 'EC2 instances', () => read.some(instances, () => true)),
});
