import { subsetOf } from '../../src/frameworks/relation.ts';
import { scanBy } from '../../src/remedies/inspector.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { repositories } from '../../src/collectors/ecr/repositories.ts';
import { scanning } from '../../src/collectors/inspector/scanning.ts';
import { judgeScanning } from '../../src/reasoning/inspector-scans.ts';

export default defineCheck({
  id: 'inspector-ecr-scanning',
  title: 'Amazon Inspector looks for vulnerabilities in container images',
  severity: 'high',
  responsibility: 'inspector.logging-and-monitoring',
  controls: {
    'aws-fsbp': {
      'Inspector.2': subsetOf('the control asks for it in Regions without any of them, too'),
    },
  },
  why: 'An image is as old as the day it was built, and what was found in its packages since then runs with it.',
  fix: 'Turn on ECR scanning of Inspector, which scans images again as new vulnerabilities become known; basic scanning looks once. It is charged by image.',
  link: 'https://docs.aws.amazon.com/inspector/latest/user/scanning-ecr.html',
  remedy: scanBy('Amazon ECR scanning', 'ECR'),

  evaluates: scanning,
  needs: { repositories },

  evaluate: (account, { read, repositories }) =>
    judgeScanning(read, account.ecr, 'images in ECR', () => read.some(repositories, () => true)),
});
