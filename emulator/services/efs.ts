import { CreateAccessPointCommand, CreateFileSystemCommand, EFSClient } from '@aws-sdk/client-efs';
import * as sdk from '@aws-sdk/client-efs';
import { efs as service } from '../../src/collectors/efs/service.ts';
import { emulate } from '../service.ts';
import { HOME, must, SECOND, tags, US } from '../site.ts';
import type { Site } from '../site.ts';

const FILE_SYSTEMS = [
  { name: 'nwh-manifests', region: HOME, encrypted: true, backup: true },
  { name: 'nwh-scan-inbox', region: SECOND, encrypted: false, backup: false },
  { name: 'nwh-archive-index', region: US, encrypted: true, backup: false },
] as const;

/** One file system a Region; that of the home Region has an access point that confines its clients, and one that does not. */
async function plant(site: Site): Promise<void> {
  for (const { name, region, encrypted, backup } of FILE_SYSTEMS) {
    const made = await site.client(EFSClient, region, 240).send(
      new CreateFileSystemCommand({
        CreationToken: name,
        Encrypted: encrypted,
        Backup: backup,
        Tags: tags({ Name: name }),
      }),
    );
    const id = must(made.FileSystemId, 'FileSystemId');
    site.expect('efs-file-system-encrypted', id, encrypted ? 'pass' : 'fail');
    site.expect('efs-file-system-backup', id, backup ? 'pass' : 'fail');
    site.expect('efs-file-system-automatic-backup', id, backup ? 'pass' : 'fail');
    if (region === HOME) await plantAccessPoints(site, id);
  }
}

async function plantAccessPoints(site: Site, FileSystemId: string): Promise<void> {
  const efs = site.client(EFSClient, HOME, 240);
  const confined = await efs.send(
    new CreateAccessPointCommand({
      ClientToken: 'freight-api',
      FileSystemId,
      PosixUser: { Uid: 1000, Gid: 1000 },
      RootDirectory: { Path: '/freight-api' },
    }),
  );
  const open = await efs.send(
    new CreateAccessPointCommand({ ClientToken: 'migration', FileSystemId }),
  );
  const check = 'efs-access-point-identity';
  site.expect(check, must(confined.AccessPointId, 'AccessPointId'), 'pass');
  site.expect(check, must(open.AccessPointId, 'AccessPointId'), 'fail');
}

export default emulate({ service, sdk, Client: EFSClient, plant });
