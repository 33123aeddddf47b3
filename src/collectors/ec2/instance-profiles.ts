/** Instance profiles that instances have, and the roles in them. Each profile is read once, whatever uses it. */
import { defineCollector, everyRegion } from '../../collect/collector.ts';
import { type PerResource, settingsBy } from '../../collect/per-resource.ts';
import { Observed } from '../../observe/observed.ts';
import { instances } from './instances.ts';
import { GetInstanceProfile } from '../iam/operations.ts';

/** Names of the roles; `deleted` for a profile that is gone. */
export type ProfileRoles = readonly string[] | 'deleted';

/** By the ARN of the profile. */
export const instanceProfileRoles = defineCollector({
  id: 'ec2.instance-profile-roles',
  service: 'ec2',
  scope: 'global',
  calls: [GetInstanceProfile],
  needs: { instances: everyRegion(instances) },
  gather: async (aws, given): Promise<PerResource<ProfileRoles>> => {
    const arns = new Set<string>();
    for (const { items } of given.instances.values()) {
      for (const { profileArn, managed } of items) {
        const arn = Observed.open(profileArn);
        if (!managed && arn.known && arn.value !== null) arns.add(arn.value);
      }
    }
    const roles = [...arns].map(async (arn): Promise<[string, Observed<ProfileRoles>]> => {
      const answer = await aws.get(
        GetInstanceProfile,
        { InstanceProfileName: arn.slice(arn.lastIndexOf('/') + 1) },
        ({ InstanceProfile }, { must, unusable }): ProfileRoles => {
          const profile = InstanceProfile ?? unusable('the answer lacks InstanceProfile');
          return must(profile, 'Roles').map((role) => must(role, 'RoleName'));
        },
        { whenAbsent: 'deleted' as const },
      );
      return [arn, answer];
    });
    return settingsBy(new Map(await Promise.all(roles)));
  },
});
