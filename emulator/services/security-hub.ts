import * as sdk from '@aws-sdk/client-securityhub';
import { z } from 'zod';
import { securityHub as service } from '../../src/collectors/security-hub/service.ts';
import { failure, success } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND, US } from '../site.ts';
import type { Site } from '../site.ts';

/** Moto has no standards. */
const state = z.strictObject({
  isOn: z.boolean().default(false),
  standards: z.array(z.string()).default([]),
});

/** On with a standard, on without one, and off. */
async function plant(site: Site): Promise<void> {
  const standards = ['aws-foundational-security-best-practices/v/1.0.0'];
  await site.set(
    'state',
    securityHub.state({ [HOME]: { isOn: true, standards }, [SECOND]: { isOn: true } }),
  );
  site.expect('securityhub-enabled', HOME, 'pass');
  site.expect('securityhub-enabled', SECOND, 'fail');
  site.expect('securityhub-enabled', US, 'fail');
}

const securityHub = emulate({
  service,
  sdk,
  Client: sdk.SecurityHubClient,
  state,
  answers: {
    DescribeHub: (request, { isOn }) =>
      isOn
        ? success(request, {
            HubArn: `arn:aws:securityhub:${request.region}:${ACCOUNT_ID}:hub/default`,
            AutoEnableControls: true,
          })
        : failure(request, {
            code: 'InvalidAccessException',
            message: `Account ${ACCOUNT_ID} is not subscribed to AWS Security Hub`,
            status: 401,
          }),
    GetEnabledStandards: (request, { standards }) =>
      success(request, {
        StandardsSubscriptions: standards.map((name) => ({
          StandardsSubscriptionArn: `arn:aws:securityhub:${request.region}:${ACCOUNT_ID}:subscription/${name}`,
          StandardsArn: `arn:aws:securityhub:${request.region}::standards/${name}`,
          StandardsInput: {},
          StandardsStatus: 'READY',
        })),
      }),
  },
  plant,
});
export default securityHub;
