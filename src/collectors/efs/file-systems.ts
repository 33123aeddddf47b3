/** File systems of EFS, and whether each backs itself up. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { perResource } from '../../collect/per-resource.ts';
import type { Observed } from '../../observe/observed.ts';
import { DescribeBackupPolicy, DescribeFileSystems } from './operations.ts';

export interface FileSystem extends Resource {
  readonly fileSystemId: string;
  readonly encrypted: Observed<boolean>;
}

/** The largest page of the operation. */
const fileSystemsPerPage = 100;
const leaving: ReadonlySet<string> = new Set(['deleting', 'deleted']);

export const fileSystems = defineCollector({
  id: 'efs.file-systems',
  service: 'efs',
  scope: 'regional',
  recordedAs: ['AWS::EFS::FileSystem'],
  calls: [DescribeFileSystems],
  gather: (aws) =>
    aws.list(
      DescribeFileSystems,
      { MaxItems: fileSystemsPerPage },
      'FileSystems',
      (fileSystem, { must, field }): FileSystem | readonly FileSystem[] => {
        const fileSystemId = must(fileSystem, 'FileSystemId');
        if (leaving.has(must(fileSystem, 'LifeCycleState'))) return [];
        return {
          arn: `arn:${aws.partition}:elasticfilesystem:${aws.region}:${aws.account}:file-system/${fileSystemId}`,
          type: 'AWS::EFS::FileSystem',
          name: fileSystemId,
          region: aws.region,
          fileSystemId,
          encrypted: field(fileSystem, 'Encrypted'),
        };
      },
    ),
});

const statuses = ['ENABLED', 'ENABLING', 'DISABLED', 'DISABLING'] as const;

/** Whether each file system has automatic backups, on their way included. */
export const automaticBackups = defineCollector({
  id: 'efs.automatic-backups',
  service: 'efs',
  scope: 'regional',
  calls: [DescribeBackupPolicy],
  needs: { fileSystems },
  gather: (aws, given) =>
    perResource(given.fileSystems.items, ({ fileSystemId: FileSystemId }) =>
      aws.get(
        DescribeBackupPolicy,
        { FileSystemId },
        (answer, members) => {
          const { must } = members;
          const status = oneOf(must(must(answer, 'BackupPolicy'), 'Status'), statuses, members);
          return status === 'ENABLED' || status === 'ENABLING';
        },
        { whenAbsent: false },
      ),
    ),
});
