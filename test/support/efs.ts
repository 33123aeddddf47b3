/** File systems of EFS as the collector gives them, for tests of checks. */
import type { FileSystem } from '../../src/collectors/efs/file-systems.ts';
import { known } from './observe.ts';

/** An encrypted file system, but for the given fields. */
export function fileSystem(fields: Partial<FileSystem> = {}): FileSystem {
  return {
    arn: 'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-1',
    type: 'AWS::EFS::FileSystem',
    name: 'fs-1',
    region: 'eu-west-1',
    fileSystemId: 'fs-1',
    encrypted: known(true),
    ...fields,
  };
}
