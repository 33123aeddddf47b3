import * as sdk from '@aws-sdk/client-guardduty';
import { z } from 'zod';
import { guardduty as service } from '../../src/collectors/guardduty/service.ts';
import { failure, success } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, OPTED_IN, SECOND, US } from '../site.ts';
import type { Site } from '../site.ts';

/** Moto keeps the features as they were put, and so lists but those that somebody named. */
const state = z.strictObject({
  detector: z
    .strictObject({
      id: z.string(),
      status: z.enum(['ENABLED', 'DISABLED']),
      /** Features that are on; the others are off. */
      on: z.array(z.string()),
    })
    .nullable()
    .default(null),
});

const PLANS = {
  S3_DATA_EVENTS: 's3-protection',
  EKS_AUDIT_LOGS: 'eks-audit-protection',
  EBS_MALWARE_PROTECTION: 'malware-protection',
  RDS_LOGIN_EVENTS: 'rds-protection',
  LAMBDA_NETWORK_LOGS: 'lambda-protection',
  RUNTIME_MONITORING: 'runtime-protection',
} as const;
const BASIC = ['CLOUD_TRAIL', 'DNS_LOGS', 'FLOW_LOGS'];
const AGENTS = ['EKS_ADDON_MANAGEMENT', 'ECS_FARGATE_AGENT_MANAGEMENT', 'EC2_AGENT_MANAGEMENT'];

function arnOf(region: string, id: string): string {
  return `arn:aws:guardduty:${region}:${ACCOUNT_ID}:detector/${id}`;
}

/** One Region watches everything, the second what it began with, a third nothing, and in a fourth it is suspended. */
async function plant(site: Site): Promise<void> {
  const all = [...Object.keys(PLANS), 'EC2_AGENT_MANAGEMENT'];
  const home = { id: '12abc34d567e8fa901bc2d34e56789f0', status: 'ENABLED', on: all } as const;
  const second = { id: '98fed76c543b2ae109cb8d76f54321e0', status: 'ENABLED', on: [] } as const;
  const idle = { id: '55aaa55b555c5dd555e55f5a55b55c55', status: 'DISABLED', on: [] } as const;
  await site.set(
    'state',
    guardduty.state({
      [HOME]: { detector: home },
      [SECOND]: { detector: { ...second, on: [] } },
      [OPTED_IN]: { detector: { ...idle, on: [] } },
    }),
  );
  site.expect('guardduty-enabled', HOME, 'pass');
  site.expect('guardduty-enabled', SECOND, 'pass');
  site.expect('guardduty-enabled', US, 'fail');
  site.expect('guardduty-enabled', OPTED_IN, 'fail');
  for (const plan of Object.values(PLANS)) {
    site.expect(`guardduty-${plan}`, arnOf(HOME, home.id), 'pass');
    site.expect(`guardduty-${plan}`, arnOf(OPTED_IN, idle.id), 'fail');
  }
}

const guardduty = emulate({
  service,
  sdk,
  Client: sdk.GuardDutyClient,
  state,
  answers: {
    ListDetectors: (request, { detector }) =>
      success(request, { detectorIds: detector ? [detector.id] : [] }),
    GetDetector: (request, { detector }) => {
      if (!detector || !request.url.pathname.endsWith(detector.id)) {
        const message = 'The request is rejected because the input detectorId is not owned.';
        return failure(request, { code: 'BadRequestException', message, status: 400 });
      }
      const { status, on } = detector;
      const switched = (name: string) => ({
        name,
        status: on.includes(name) || BASIC.includes(name) ? 'ENABLED' : 'DISABLED',
      });
      return success(request, {
        serviceRole: `arn:aws:iam::${ACCOUNT_ID}:role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty`,
        status,
        features: [...BASIC, ...Object.keys(PLANS)].map((name) =>
          name === 'RUNTIME_MONITORING'
            ? { ...switched(name), additionalConfiguration: AGENTS.map(switched) }
            : switched(name),
        ),
      });
    },
  },
  plant,
});
export default guardduty;
