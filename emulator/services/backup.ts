import * as sdk from '@aws-sdk/client-backup';
import { z } from 'zod';
import { backup as service } from '../../src/collectors/backup/service.ts';
import { success } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME } from '../site.ts';
import type { Site } from '../site.ts';
import ec2 from './ec2/service.ts';

/** Moto lists no protected resources. Times are ISO 8601. */
const state = z.strictObject({
  protectedResources: z
    .array(z.strictObject({ arn: z.string(), type: z.string(), lastBackup: z.string() }))
    .default([]),
});

/** One volume has a backup, of yesterday. */
async function plant(site: Site): Promise<void> {
  const { volumeId } = await ec2.planted(site);
  const arn = `arn:aws:ec2:${HOME}:${ACCOUNT_ID}:volume/${volumeId}`;
  const lastBackup = site.daysBefore(1).toISOString();
  const protectedResources = [{ arn, type: 'EBS', lastBackup }];
  await site.set('state', backup.state({ [HOME]: { protectedResources } }));
}

const backup = emulate({
  service,
  sdk,
  Client: sdk.BackupClient,
  state,
  answers: {
    ListProtectedResources: (request, { protectedResources }) =>
      success(request, {
        Results: protectedResources.map(({ arn, type, lastBackup }) => ({
          ResourceArn: arn,
          ResourceType: type,
          LastBackupTime: Date.parse(lastBackup) / 1000,
        })),
      }),
  },
  plant,
});
export default backup;
