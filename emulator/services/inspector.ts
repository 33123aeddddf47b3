import * as sdk from '@aws-sdk/client-inspector2';
import { z } from 'zod';
import { inspector as service } from '../../src/collectors/inspector/service.ts';
import { success } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND, US } from '../site.ts';
import type { Site } from '../site.ts';

/** Moto's scanning is on for nobody, and its findings have no dates. Times are ISO 8601. */
const state = z.strictObject({
  scans: z.array(z.enum(['ec2', 'ecr', 'lambda', 'lambdaCode'])).default([]),
  /** When each critical finding was first seen, the oldest first. */
  critical: z.array(z.string()).default([]),
});

/** One Region scans everything and leaves findings open, the second scans some and has none, the third scans nothing. */
async function plant(site: Site): Promise<void> {
  const critical = [80, 12].map((days) => site.daysBefore(days).toISOString());
  await site.set(
    'state',
    inspector.state({
      [HOME]: { scans: ['ec2', 'ecr', 'lambda', 'lambdaCode'], critical },
      [SECOND]: { scans: ['ecr', 'lambda'] },
    }),
  );
  for (const kind of ['ec2', 'ecr', 'lambda', 'lambda-code']) {
    site.expect(`inspector-${kind}-scanning`, HOME, 'pass');
  }
  site.expect('inspector-ec2-scanning', SECOND, 'fail');
  site.expect('inspector-lambda-code-scanning', SECOND, 'fail');
  site.expect('inspector-ecr-scanning', US, 'fail');
  site.expect('inspector-lambda-scanning', US, 'fail');
  site.expect('inspector-no-critical-findings', HOME, 'fail');
  site.expect('inspector-no-critical-findings', SECOND, 'pass');
}

function stateOf(isOn: boolean) {
  return {
    status: isOn ? 'ENABLED' : 'DISABLED',
    errorCode: isOn ? 'ALREADY_ENABLED' : 'DISABLE_IN_PROGRESS',
    errorMessage: '',
  };
}

const inspector = emulate({
  service,
  sdk,
  Client: sdk.Inspector2Client,
  state,
  answers: {
    BatchGetAccountStatus: (request, { scans }) => {
      const kinds = ['ec2', 'ecr', 'lambda', 'lambdaCode'] as const;
      const resourceState = Object.fromEntries(
        kinds.map((kind) => [kind, stateOf(scans.includes(kind))]),
      );
      const own = { accountId: ACCOUNT_ID, state: stateOf(scans.length > 0), resourceState };
      return success(request, { accounts: [own], failedAccounts: [] });
    },
    ListFindings: (request, { critical }) =>
      success(request, {
        findings: critical.map((first, index) => ({
          findingArn: `arn:aws:inspector2:${request.region}:${ACCOUNT_ID}:finding/${index}`,
          awsAccountId: ACCOUNT_ID,
          type: 'PACKAGE_VULNERABILITY',
          title: 'CVE-2026-0000 - openssl',
          description: 'A hole in a package.',
          severity: 'CRITICAL',
          status: 'ACTIVE',
          firstObservedAt: Date.parse(first) / 1000,
          lastObservedAt: Date.parse(first) / 1000,
          remediation: {},
          resources: [],
        })),
      }),
  },
  plant,
});
export default inspector;
