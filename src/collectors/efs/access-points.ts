/** Access points of EFS, which are of its file systems: which user and which directory they impose on their clients. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { hasAny, listWhere } from '../../collect/list-where.ts';
import type { Observed } from '../../observe/observed.ts';
import { fileSystems } from './file-systems.ts';
import { DescribeAccessPoints } from './operations.ts';

export interface AccessPoint extends Resource {
  /** Whether clients act as the user of the access point, whoever they say that they are. */
  readonly imposesUser: Observed<boolean>;
  /** The directory that clients see as the root. */
  readonly root: Observed<string>;
}

/** The largest page of the operation. */
const accessPointsPerPage = 100;
const leaving: ReadonlySet<string> = new Set(['deleting', 'deleted']);

export const accessPoints = defineCollector({
  id: 'efs.access-points',
  service: 'efs',
  scope: 'regional',
  recordedAs: ['AWS::EFS::AccessPoint'],
  calls: [DescribeAccessPoints],
  needs: { fileSystems },
  gather: (aws, given) =>
    listWhere(hasAny(given.fileSystems), () =>
      aws.list(
        DescribeAccessPoints,
        { MaxResults: accessPointsPerPage },
        'AccessPoints',
        (point, { must, observe }): AccessPoint | readonly AccessPoint[] => {
          const id = must(point, 'AccessPointId');
          if (leaving.has(must(point, 'LifeCycleState'))) return [];
          return {
            arn: must(point, 'AccessPointArn'),
            type: 'AWS::EFS::AccessPoint',
            name: id,
            region: aws.region,
            // Only an access point that imposes a user has one: EFS API reference, "AccessPointDescription".
            imposesUser: observe(() => {
              if (!point.PosixUser) return false;
              must(point.PosixUser, 'Uid');
              return true;
            }),
            // An access point of which nobody named a directory has the path of the file system's own root.
            root: observe(() => must(must(point, 'RootDirectory'), 'Path')),
          };
        },
      ),
    ),
});
