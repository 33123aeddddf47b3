/** Resources that AWS Backup has made recovery points of. */
import { defineCollector } from '../../collect/collector.ts';
import { lookupBy } from '../../collect/lookup.ts';
import { ListProtectedResources } from './operations.ts';

/** The largest page of the operation. */
const resourcesPerPage = 1000;

export interface ProtectedResource {
  readonly arn: string;
  /** Null where no backup has ended yet. */
  readonly lastBackup: Date | null;
}

export const protectedResources = defineCollector({
  id: 'backup.protected-resources',
  service: 'backup',
  scope: 'regional',
  calls: [ListProtectedResources],
  gather: (aws) =>
    aws.list(
      ListProtectedResources,
      { MaxResults: resourcesPerPage },
      'Results',
      (resource, { must }): ProtectedResource => ({
        arn: must(resource, 'ResourceArn'),
        // The reference does not promise the member: AWS Backup API reference, "ProtectedResource".
        lastBackup: resource.LastBackupTime ?? null,
      }),
    ),
});

export const protectedResourcesByArn = lookupBy(({ arn }: ProtectedResource) => arn);
