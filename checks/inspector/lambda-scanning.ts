import { subsetOf } from '../../src/frameworks/relation.ts';
import { scanBy } from '../../src/remedies/inspector.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { functions } from '../../src/collectors/lambda/functions.ts';
import { scanning } from '../../src/collectors/inspector/scanning.ts';
import { judgeScanning } from '../../src/reasoning/inspector-scans.ts';

export default defineCheck({
  id: 'inspector-lambda-scanning',
  title: 'Amazon Inspector looks for vulnerabilities in packages of Lambda functions',
  severity: 'high',
  responsibility: 'inspector.logging-and-monitoring',
  controls: {
    'aws-fsbp': {
      'Inspector.4': subsetOf('the control asks for it in Regions without any of them, too'),
    },
  },
  why: 'AWS patches the runtime; the packages that a function brings along are the customer’s, and get old.',
  fix: 'Turn on standard scanning of Lambda functions in Inspector. It is charged by function.',
  link: 'https://docs.aws.amazon.com/inspector/latest/user/scanning-lambda.html',
  remedy: scanBy('AWS Lambda standard scanning', 'LAMBDA'),

  evaluates: scanning,
  needs: { functions },

  evaluate: (account, { read, functions }) =>
    judgeScanning(read, account.lambda, 'Lambda functions', () => read.some(functions, () => true)),
});
