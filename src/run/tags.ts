/**
 * Tags of resources: a walk in each Region, and those of users and roles from the list that has them anyway; only where somebody
 * asks for them. A usual scan sends nothing of it.
 */
import type { Collector } from '../collect/collector.ts';
import { iamRoles, iamUsersWithPolicies } from '../collectors/iam/authorization-details.ts';
import { taggedResources } from '../collectors/resource-groups-tagging/tagged-resources.ts';
import type { World } from '../judge/judgement.ts';
import { CannotTell } from '../observe/observed.ts';
import { type Tags, tagsOf } from '../report/tags.ts';
import type { ScanRequest } from './request.ts';

type Asked = Pick<ScanRequest, 'checks' | 'mutes' | 'tags'>;

export function asksTags({ mutes = [], tags }: Asked): boolean {
  return tags === true || mutes.some((mute) => mute.tags !== undefined);
}

/** The lists of identities are read where identities are judged. */
export function collectorsOfTags(asked: Asked): readonly Collector<unknown>[] {
  if (!asksTags(asked)) return [];
  return [taggedResources, ...(judgesIdentities(asked) ? [iamUsersWithPolicies, iamRoles] : [])];
}

function judgesIdentities({ checks }: Asked): boolean {
  return checks.some(({ evaluates }) => evaluates.service === 'iam');
}

export function gatheredTags(
  asked: Asked,
  { gathered, regions }: Pick<World, 'gathered' | 'regions'>,
  homeRegion: string,
): Tags {
  const walks = regions.map(
    (region) => [region, ifGathered(() => gathered.get(taggedResources, region))] as const,
  );
  const identities = judgesIdentities(asked)
    ? [iamUsersWithPolicies, iamRoles].map((each) => ifGathered(() => gathered.get(each, 'global')))
    : [];
  return tagsOf(
    new Map(walks),
    identities.flatMap((list) => list?.items ?? []),
    homeRegion,
  );
}

/** Undefined where the collector itself broke, which is a gap of the report. */
function ifGathered<T>(get: () => T): T | undefined {
  try {
    return get();
  } catch (error) {
    if (error instanceof CannotTell) return undefined;
    throw error;
  }
}
