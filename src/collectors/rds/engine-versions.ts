/** Whether AWS still supports the versions of engines that are in use, one question for each. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector } from '../../collect/collector.ts';
import { type Listing, Observed } from '../../observe/observed.ts';
import { dbInstances } from './instances.ts';
import { DescribeDBEngineVersions } from './operations.ts';

/** A `deprecated` version cannot be chosen for new databases: Amazon RDS API reference, "DescribeDBEngineVersions". */
export type VersionStatus = 'available' | 'deprecated';

/** By `engine version`; the list is empty where RDS knows the version no more. */
export type EngineVersions = ReadonlyMap<string, Listing<VersionStatus>>;

/** How a version is looked up. */
export function versionKey(engine: string, version: string): string {
  return `${engine} ${version}`;
}

export const engineVersions = defineCollector({
  id: 'rds.engine-versions',
  service: 'rds',
  scope: 'regional',
  calls: [DescribeDBEngineVersions],
  needs: { dbInstances },
  gather: async (aws, given): Promise<EngineVersions> => {
    const used = new Map<string, { Engine: string; EngineVersion: string }>();
    for (const { engine, engineVersion, variant } of given.dbInstances.items) {
      const version = Observed.open(engineVersion);
      // The versions of RDS Custom are the customer's own.
      if (!version.known || variant === 'rds-custom') continue;
      used.set(versionKey(engine, version.value), {
        Engine: engine,
        EngineVersion: version.value,
      });
    }
    const asked = [...used].map(async ([key, version]) => {
      const input = { ...version, IncludeAll: true };
      const listed = await aws.list(
        DescribeDBEngineVersions,
        input,
        'DBEngineVersions',
        (each, members): VersionStatus =>
          oneOf(members.must(each, 'Status'), ['available', 'deprecated'], members),
      );
      return [key, listed] as const;
    });
    return new Map(await Promise.all(asked));
  },
});
