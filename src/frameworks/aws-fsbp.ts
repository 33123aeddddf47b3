import { fsbpControls } from './security-hub/index.ts';
import type { Catalogue } from './framework.ts';

/**
 * The AWS Foundational Security Best Practices standard of Security Hub CSPM, whole: what the control reference in the AWS
 * documentation names it for, as it stood in September 2026. It leaves out retired controls. The page of the standard itself is
 * kept less well: it still lists AppSync.1 and AppSync.6, which are retired, and misses RDS.38, RDS.39, Cognito.1 and
 * SageMaker.20 to 25. Controls that the standard does not contain are in `aws-security-hub`.
 */
export const awsFsbp = {
  id: 'aws-fsbp',
  name: 'AWS Foundational Security Best Practices',
  version: '1.0.0',
  publisher: 'Amazon Web Services',
  url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html',
  complete: true,
  aliases: [
    'fsbp',
    'fsbp-1.0.0',
    'aws-fsbp-1.0.0',
    'foundational-security-best-practices',
    'aws-foundational-security-best-practices',
  ],
  controls: fsbpControls,
} as const satisfies Catalogue;
