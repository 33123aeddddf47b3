import * as sdk from '@aws-sdk/client-secrets-manager';
import { z } from 'zod';
import { secretsManager as service } from '../../src/collectors/secrets-manager/service.ts';
import { success } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND, US } from '../site.ts';
import type { Site } from '../site.ts';

/** Moto never reads a secret for a date, and rotates with a function alone. Times are seconds of the epoch, as AWS sends them. */
const secret = z.strictObject({
  ARN: z.string(),
  Name: z.string(),
  CreatedDate: z.number(),
  LastChangedDate: z.number(),
  LastAccessedDate: z.number().optional(),
  LastRotatedDate: z.number().optional(),
  NextRotationDate: z.number().optional(),
  OwningService: z.string().optional(),
  PrimaryRegion: z.string().optional(),
  RotationEnabled: z.boolean().optional(),
  RotationLambdaARN: z.string().optional(),
  RotationRules: z.strictObject({ AutomaticallyAfterDays: z.number() }).optional(),
});
type Secret = z.output<typeof secret>;

const state = z.strictObject({
  secrets: z.array(secret).default([]),
  /** By ARN. */
  policies: z.record(z.string(), z.string()).default({}),
});

const readBy = (principal: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Partner',
        Effect: 'Allow',
        Principal: { AWS: principal },
        Action: 'secretsmanager:GetSecretValue',
        Resource: '*',
      },
    ],
  });

/**
 * The home Region has a secret that rotates, and a copy of it stands in the second. The others rotate late, or never, or let
 * in everyone, and one is RDS's own.
 */
async function plant(site: Site): Promise<void> {
  /** Days before the sample, as AWS sends the time of day; of reading it tells the day alone. */
  const at = (days: number) => Math.floor(site.daysBefore(days).getTime() / 1000);
  const day = (days: number) => Math.floor(at(days) / 86_400) * 86_400;
  const made = (region: string, Name: string, end: string, members: Partial<Secret>): Secret => ({
    ARN: `arn:aws:secretsmanager:${region}:${ACCOUNT_ID}:secret:${Name}-${end}`,
    Name,
    CreatedDate: at(400),
    LastChangedDate: at(10),
    ...members,
  });
  const rotating = (region: string, last: number, next: number): Partial<Secret> => ({
    RotationEnabled: true,
    RotationLambdaARN: `arn:aws:lambda:${region}:${ACCOUNT_ID}:function:nwh-rotate`,
    RotationRules: { AutomaticallyAfterDays: 30 },
    LastRotatedDate: at(last),
    NextRotationDate: at(next),
  });
  const api = made(HOME, 'freight/api', 'Ab1Cd2', {
    ...rotating(HOME, 12, -18),
    LastAccessedDate: day(1),
    PrimaryRegion: HOME,
  });
  const copy = made(SECOND, 'freight/api', 'Ab1Cd2', { PrimaryRegion: HOME });
  const late = made(HOME, 'freight/carrier', 'Ef3Gh4', {
    ...rotating(HOME, 95, 65),
    LastAccessedDate: day(2),
  });
  const ofRds = made(HOME, 'rds!db-7f0c', 'Ij5Kl6', {
    OwningService: 'rds',
    RotationEnabled: true,
    RotationRules: { AutomaticallyAfterDays: 7 },
    LastRotatedDate: at(3),
    NextRotationDate: at(-4),
    LastAccessedDate: day(1),
  });
  const shared = made(US, 'customs/broker', 'Mn7Op8', { LastAccessedDate: day(200) });
  const change = secretsManager.state({
    [HOME]: {
      secrets: [api, late, ofRds],
      policies: { [api.ARN]: readBy('arn:aws:iam::444455556666:role/carrier') },
    },
    [SECOND]: { secrets: [copy] },
    [US]: { secrets: [shared], policies: { [shared.ARN]: readBy('*') } },
  });
  await site.set('state', change);
  site.expect('secretsmanager-rotation-enabled', api.ARN, 'pass');
  site.expect('secretsmanager-rotation-enabled', shared.ARN, 'fail');
  site.expect('secretsmanager-rotation-successful', api.ARN, 'pass');
  site.expect('secretsmanager-rotation-successful', late.ARN, 'fail');
  site.expect('secretsmanager-secret-rotated-recently', api.ARN, 'pass');
  site.expect('secretsmanager-secret-rotated-recently', late.ARN, 'fail');
  site.expect('secretsmanager-secret-unused', api.ARN, 'pass');
  site.expect('secretsmanager-secret-unused', shared.ARN, 'fail');
  site.expect('secretsmanager-secret-not-public', api.ARN, 'pass');
  site.expect('secretsmanager-secret-not-public', copy.ARN, 'pass');
  site.expect('secretsmanager-secret-not-public', shared.ARN, 'fail');
}

const input = z.object({ SecretId: z.string() });

const secretsManager = emulate({
  service,
  sdk,
  Client: sdk.SecretsManagerClient,
  state,
  answers: {
    ListSecrets: (request, { secrets }) => success(request, { SecretList: secrets }),
    GetResourcePolicy: (request, { secrets, policies }) => {
      const { SecretId } = input.parse(JSON.parse(request.body.toString()));
      const Name = secrets.find(({ ARN }) => ARN === SecretId)?.Name;
      const ResourcePolicy = policies[SecretId];
      return success(request, {
        ARN: SecretId,
        Name,
        ...(ResourcePolicy === undefined ? {} : { ResourcePolicy }),
      });
    },
  },
  plant,
});
export default secretsManager;
