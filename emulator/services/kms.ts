import {
  CreateAliasCommand,
  CreateKeyCommand,
  EnableKeyRotationCommand,
  KMSClient,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import type { KeySpec, KeyUsageType } from '@aws-sdk/client-kms';
import * as sdk from '@aws-sdk/client-kms';
import { kms as service } from '../../src/collectors/kms/service.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND, US, must } from '../site.ts';
import type { Planted, Site } from '../site.ts';

interface KeyPlan {
  readonly alias: string;
  readonly region: string;
  readonly principal?: unknown;
  readonly condition?: unknown;
  readonly spec?: { readonly KeySpec: KeySpec; readonly KeyUsage: KeyUsageType };
  readonly rotates?: true;
  readonly deleted?: true;
  readonly open: Planted['outcome'];
}

const ROOT = { AWS: `arn:aws:iam::${ACCOUNT_ID}:root` };

const KEYS: readonly KeyPlan[] = [
  { alias: 'nwh-data', region: HOME, rotates: true, open: 'pass' },
  { alias: 'nwh-trail', region: HOME, rotates: true, open: 'pass' },
  { alias: 'nwh-legacy', region: SECOND, open: 'pass' },
  { alias: 'nwh-partner-feed', region: SECOND, principal: { AWS: '*' }, open: 'fail' },
  {
    alias: 'nwh-group',
    region: US,
    principal: '*',
    condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-nwh1234567' } },
    rotates: true,
    open: 'pass',
  },
  {
    // kms:ViaService says through which service, not who.
    alias: 'nwh-via-s3',
    region: US,
    principal: '*',
    condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
    open: 'fail',
  },
  {
    alias: 'nwh-document-signing',
    region: HOME,
    spec: { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' },
    open: 'pass',
  },
  { alias: 'nwh-retired', region: HOME, deleted: true, open: 'pass' },
];

function policyOf({ principal, condition }: KeyPlan): string {
  const own = { Sid: 'Owner', Effect: 'Allow', Principal: ROOT, Action: 'kms:*', Resource: '*' };
  const use = { Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: '*' };
  const other = { Sid: 'Use', ...use, Principal: principal, Condition: condition };
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: principal === undefined ? [own] : [own, other],
  });
}

/** Keys, by alias: their ARNs. */
async function plant(site: Site): Promise<(alias: string) => string> {
  const arns = new Map<string, string>();
  for (const plan of KEYS) {
    const kms = site.client(KMSClient, plan.region, 420);
    const made = await kms.send(
      new CreateKeyCommand({
        Policy: policyOf(plan),
        Description: `Northwind Harbour: ${plan.alias}`,
        Tags: [{ TagKey: 'Owner', TagValue: 'Platform' }],
        ...plan.spec,
      }),
    );
    const KeyId = must(made.KeyMetadata?.KeyId, 'KeyId');
    const arn = must(made.KeyMetadata?.Arn, 'Arn');
    arns.set(plan.alias, arn);
    await kms.send(
      new CreateAliasCommand({ AliasName: `alias/${plan.alias}`, TargetKeyId: KeyId }),
    );
    if (plan.rotates) await kms.send(new EnableKeyRotationCommand({ KeyId }));
    if (plan.deleted) {
      const pending = { KeyId, PendingWindowInDays: 30 };
      await site.client(KMSClient, plan.region).send(new ScheduleKeyDeletionCommand(pending));
    }
    if (!plan.spec && !plan.deleted) {
      site.expect('kms-key-rotation', arn, plan.rotates ? 'pass' : 'fail');
    }
    site.expect('kms-key-not-public', arn, plan.open);
    site.expect('kms-key-not-pending-deletion', arn, plan.deleted ? 'fail' : 'pass');
  }
  return (alias) => must(arns.get(alias), alias);
}

export default emulate({ service, sdk, Client: KMSClient, plant });
