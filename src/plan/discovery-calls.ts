/** The calls that every scan begins with: they are part of its plan and of its permissions. */
import type { AnyOperation } from '../aws/operation.ts';
import type { Collector } from '../collect/collector.ts';
import { ListRegions } from '../collectors/account/operations.ts';
import { DescribeRegions } from '../collectors/ec2/operations.ts';
import { ec2 } from '../collectors/ec2/service.ts';
import { ListAccountAliases } from '../collectors/iam/operations.ts';
import { iam } from '../collectors/iam/service.ts';
import { GetCallerIdentity } from '../collectors/sts/operations.ts';

/**
 * What every scan begins with. The alias, and the second source of the Regions, are asked for where the scan loads
 * their clients anyway: the client of EC2 alone takes longer to load than a scan of S3 takes.
 */
export function discoveryCalls(collectors: readonly Collector<unknown>[]): readonly AnyOperation[] {
  return [
    GetCallerIdentity,
    ListRegions,
    ...(usesService(collectors, iam.id) ? [ListAccountAliases] : []),
    ...(usesService(collectors, ec2.id) ? [DescribeRegions] : []),
  ];
}

function usesService(collectors: readonly Collector<unknown>[], service: string): boolean {
  return collectors.some(({ calls }) => calls.some((call) => call.service === service));
}
