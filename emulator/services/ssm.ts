import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  CreateDocumentCommand,
  ModifyDocumentPermissionCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import * as sdk from '@aws-sdk/client-ssm';
import { z } from 'zod';
import { ssm as service } from '../../src/collectors/ssm/service.ts';
import { success } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, must, SECOND, US } from '../site.ts';
import type { Site } from '../site.ts';
import ec2 from './ec2/service.ts';

/** Moto has no managed nodes, no compliance and no settings of the service. */
const node = z.strictObject({
  id: z.string(),
  ping: z.enum(['Online', 'ConnectionLost', 'Inactive']).default('Online'),
  /** Undefined where Patch Manager never looked. The time is in seconds of the epoch. */
  patches: z.strictObject({ missing: z.number(), scannedAt: z.number() }).optional(),
  /** How many associations do not hold; undefined where none was applied. */
  brokenAssociations: z.number().optional(),
});

const state = z.strictObject({
  nodes: z.array(node).default([]),
  publicSharing: z.enum(['Enable', 'Disable']).default('Enable'),
  /** Where scripts of automation log to; undefined where nobody set it. */
  scriptLogs: z.literal('CloudWatch').optional(),
});

const PARAMETERS = [
  { Name: '/freight/api/db-password', Type: 'SecureString', region: HOME, verdict: 'pass' },
  { Name: '/warehouse/scanner/endpoint', Type: 'String', region: SECOND, verdict: 'pass' },
  { Name: '/warehouse/scanner/api-token', Type: 'String', region: SECOND, verdict: 'fail' },
] as const;

const DOCUMENTS = [
  { Name: 'nwh-rotate-logs', region: HOME, isPublic: false },
  { Name: 'nwh-bootstrap', region: US, isPublic: true },
] as const;

async function plant(site: Site): Promise<void> {
  await plantNodes(site);
  for (const { Name, Type, region, verdict } of PARAMETERS) {
    const Value = 'planted';
    const ssm = site.client(SSMClient, region, 150);
    await ssm.send(new PutParameterCommand({ Name, Type, Value }));
    const arn = `arn:aws:ssm:${region}:${ACCOUNT_ID}:parameter${Name}`;
    site.expect('ssm-parameter-secrets-encrypted', arn, verdict);
  }
  for (const { Name, region, isPublic } of DOCUMENTS) {
    const ssm = site.client(SSMClient, region, 150);
    const Content = JSON.stringify({
      schemaVersion: '2.2',
      description: 'Northwind',
      mainSteps: [{ action: 'aws:runShellScript', name: 'run', inputs: { runCommand: ['true'] } }],
    });
    await ssm.send(new CreateDocumentCommand({ Name, Content, DocumentType: 'Command' }));
    if (isPublic) {
      const AccountIdsToAdd = ['all'];
      await ssm.send(
        new ModifyDocumentPermissionCommand({ Name, PermissionType: 'Share', AccountIdsToAdd }),
      );
    }
    const arn = `arn:aws:ssm:${region}:${ACCOUNT_ID}:document/${Name}`;
    site.expect('ssm-document-not-public', arn, isPublic ? 'fail' : 'pass');
  }
}

/** Two instances are managed, one no more, and the second Region has a server of the company's own. */
async function plantNodes(site: Site): Promise<void> {
  await ec2.planted(site);
  const patched = await instanceId(site, 'freight-api-1');
  const behind = await instanceId(site, 'freight-api-2');
  const lost = await instanceId(site, 'edi-gateway');
  const server = 'mi-0a1b2c3d4e5f60718';
  const scannedAt = (days: number) => site.daysBefore(days).getTime() / 1000;
  const change = ssm.state({
    [HOME]: {
      publicSharing: 'Disable',
      scriptLogs: 'CloudWatch',
      nodes: [
        { id: patched, patches: { missing: 0, scannedAt: scannedAt(1) }, brokenAssociations: 0 },
        { id: behind, patches: { missing: 4, scannedAt: scannedAt(2) }, brokenAssociations: 1 },
        { id: lost, ping: 'ConnectionLost' },
      ],
    },
    [SECOND]: { nodes: [{ id: server, patches: { missing: 0, scannedAt: scannedAt(31) } }] },
  });
  await site.set('state', change);
  site.expect('ssm-document-block-public-sharing', HOME, 'pass');
  site.expect('ssm-document-block-public-sharing', US, 'fail');
  site.expect('ssm-automation-logging', HOME, 'pass');
  site.expect('ssm-automation-logging', SECOND, 'fail');
  site.expect('ssm-instance-managed', patched, 'pass');
  site.expect('ssm-instance-managed', lost, 'fail');
  site.expect('ssm-instance-managed', await instanceId(site, 'jump-host'), 'fail');
  site.expect('ssm-instance-patch-compliant', patched, 'pass');
  site.expect('ssm-instance-patch-compliant', behind, 'fail');
  site.expect('ssm-instance-patch-compliant', lost, 'fail');
  site.expect('ssm-instance-patch-scan-recent', behind, 'pass');
  site.expect('ssm-instance-patch-scan-recent', server, 'fail');
  site.expect('ssm-association-compliant', patched, 'pass');
  site.expect('ssm-association-compliant', behind, 'fail');
}

async function instanceId(site: Site, name: string): Promise<string> {
  const Filters = [{ Name: 'tag:Name', Values: [name] }];
  const client = site.client(EC2Client, HOME);
  const { Reservations } = await client.send(new DescribeInstancesCommand({ Filters }));
  return must(Reservations?.[0]?.Instances?.[0]?.InstanceId, `an instance called ${name}`);
}

const asked = {
  patches: z.object({ InstanceIds: z.array(z.string()) }),
  setting: z.object({ SettingId: z.string() }),
};

const ssm = emulate({
  service,
  sdk,
  Client: SSMClient,
  state,
  answers: {
    DescribeInstanceInformation: (request, { nodes }) =>
      success(request, {
        InstanceInformationList: nodes.map(({ id, ping }) => ({
          InstanceId: id,
          PingStatus: ping,
          PlatformType: 'Linux',
          ResourceType: id.startsWith('i-') ? 'EC2Instance' : 'ManagedInstance',
        })),
      }),
    DescribeInstancePatchStates: (request, { nodes }) => {
      const { InstanceIds } = asked.patches.parse(JSON.parse(request.body.toString()));
      return success(request, {
        InstancePatchStates: nodes
          .filter(({ id }) => InstanceIds.includes(id))
          .flatMap(({ id, patches }) => (patches ? [patchState(id, patches)] : [])),
      });
    },
    ListResourceComplianceSummaries: (request, { nodes }) =>
      success(request, {
        ResourceComplianceSummaryItems: nodes.flatMap(({ id, brokenAssociations: broken }) =>
          broken === undefined ? [] : [associationSummary(id, broken)],
        ),
      }),
    GetServiceSetting: (request, { publicSharing, scriptLogs }) => {
      const { SettingId } = asked.setting.parse(JSON.parse(request.body.toString()));
      const isLog = SettingId.endsWith('/customer-script-log-destination');
      const value = isLog ? scriptLogs : publicSharing;
      const isDefault = value === undefined || value === 'Enable';
      const Status = isDefault ? 'Default' : 'Customized';
      const SettingValue = value === undefined ? {} : { SettingValue: value };
      return success(request, { ServiceSetting: { SettingId, ...SettingValue, Status } });
    },
  },
  plant,
});
export default ssm;

function patchState(
  InstanceId: string,
  { missing, scannedAt }: { missing: number; scannedAt: number },
) {
  return {
    InstanceId,
    PatchGroup: '',
    BaselineId: 'pb-0c10e65780a1b2c3d',
    Operation: 'Scan',
    OperationStartTime: scannedAt - 60,
    OperationEndTime: scannedAt,
    InstalledCount: 130,
    InstalledOtherCount: 12,
    InstalledPendingRebootCount: 0,
    InstalledRejectedCount: 0,
    MissingCount: missing,
    FailedCount: 0,
    NotApplicableCount: 400,
    CriticalNonCompliantCount: 0,
    SecurityNonCompliantCount: Math.min(missing, 1),
    OtherNonCompliantCount: Math.max(missing - 1, 0),
  };
}

function associationSummary(ResourceId: string, broken: number) {
  return {
    ComplianceType: 'Association',
    ResourceType: 'ManagedInstance',
    ResourceId,
    Status: broken > 0 ? 'NON_COMPLIANT' : 'COMPLIANT',
    CompliantSummary: { CompliantCount: 2 },
    NonCompliantSummary: { NonCompliantCount: broken },
  };
}
