/** What instances of a Region answer metadata requests with, unless their launch says otherwise. */
import { oneOf } from '../../aws/one-of.ts';
import { accountResource, listingOf } from '../../collect/account.ts';
import { defineCollector } from '../../collect/collector.ts';
import { derive } from '../../observe/observed.ts';
import { setByOrganization } from './ec2-resource.ts';
import { GetInstanceMetadataDefaults } from './operations.ts';

export interface MetadataDefaults {
  /** Null where the account has no preference: then the image decides. */
  readonly tokens: 'optional' | 'required' | null;
  /** Whether a launch that does not require tokens is refused. */
  readonly isEnforced: boolean;
  /** Whether the organisation sets it, and the account cannot. */
  readonly isByOrganization: boolean;
}

export const metadataDefaults = defineCollector({
  id: 'ec2.metadata-defaults',
  service: 'ec2',
  scope: 'regional',
  calls: [GetInstanceMetadataDefaults],
  gather: async (aws) => {
    const defaults = await aws.get(
      GetInstanceMetadataDefaults,
      {},
      (answer, members): MetadataDefaults => {
        const level = members.must(answer, 'AccountLevel');
        const { HttpTokens, HttpTokensEnforced, ManagedBy } = level;
        // What the account has no preference for is left out: EC2 user guide, "Set IMDSv2 as the default for the account".
        return {
          tokens: HttpTokens ? oneOf(HttpTokens, ['optional', 'required'], members) : null,
          isEnforced:
            HttpTokensEnforced !== undefined &&
            oneOf(HttpTokensEnforced, ['disabled', 'enabled'], members) === 'enabled',
          isByOrganization:
            ManagedBy !== undefined &&
            oneOf(ManagedBy, ['account', 'declarative-policy'], members) === 'declarative-policy',
        };
      },
    );
    const byOrganization = derive((read) => read(defaults).isByOrganization);
    return listingOf({
      ...accountResource(aws, { defaults }),
      ...setByOrganization(byOrganization),
    });
  },
});
