import { subsetOf } from '../../src/frameworks/relation.ts';
import { scanBy } from '../../src/remedies/inspector.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { notApplicable } from '../../src/judge/verdict.ts';
import { scanning } from '../../src/collectors/inspector/scanning.ts';
import { functions } from '../../src/collectors/lambda/functions.ts';
import { ageOf } from '../../src/reasoning/dated/dated.ts';
import { inspectorCodeRegions } from '../../src/reasoning/dated/inspector-code-regions.ts';
import { judgeScanning } from '../../src/reasoning/inspector-scans.ts';

export default defineCheck({
  id: 'inspector-lambda-code-scanning',
  title: 'Amazon Inspector looks for vulnerabilities in the code of Lambda functions',
  severity: {
    is: 'medium',
    because: 'AWS grades it high; code that is tested before it is deployed loses little',
  },
  responsibility: 'inspector.logging-and-monitoring',
  controls: {
    'aws-fsbp': {
      'Inspector.3': subsetOf('the control asks for it in Regions without functions, too'),
    },
  },
  why: 'Injection, missing encryption and keys in the code are found by reading it, and hardly anybody reads all of it.',
  fix: 'Turn on code scanning of Lambda functions in Inspector, beside standard scanning. Snippets of the code are kept with the findings; choose a KMS key for them.',
  link: 'https://docs.aws.amazon.com/inspector/latest/user/scanning_resources_lambda_code.html',
  remedy: scanBy('AWS Lambda code scanning', 'LAMBDA_CODE'),

  evaluates: scanning,
  needs: { functions },

  evaluate(account, { read, functions: all, partition, now }) {
    if (partition === 'aws' && !inspectorCodeRegions.values.includes(account.region)) {
      return notApplicable(
        'Inspector offers no scanning of code in this Region',
        ...ageOf(inspectorCodeRegions, now),
      );
    }
    return judgeScanning(read, account.lambdaCode, 'the code of Lambda functions', () =>
      read.some(all, () => true),
    );
  },
});
