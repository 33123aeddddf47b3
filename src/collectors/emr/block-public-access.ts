/** Whether EMR refuses clusters that the internet may reach: a setting of the account in each Region. */
import { accountResource } from '../../collect/account.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { pagesOf, type Listing, type Observed } from '../../observe/observed.ts';
import { clusters } from './clusters.ts';
import { GetBlockPublicAccessConfiguration } from './operations.ts';

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

export interface BlockPublicAccess {
  readonly isOn: boolean;
  /** Ports that may be open to everyone all the same. */
  readonly ports: readonly PortRange[];
}

/** The account in the Regions that have clusters: in the others there is nothing that a block could protect. */
export const blockPublicAccess = defineCollector({
  id: 'emr.block-public-access',
  service: 'emr',
  scope: 'regional',
  calls: [GetBlockPublicAccessConfiguration],
  needs: { clusters },
  gather: async (
    aws,
    given,
  ): Promise<Listing<Resource & { readonly blocking: Observed<BlockPublicAccess> }>> => {
    const { items, gaps, sources } = given.clusters;
    const [cluster] = items;
    if (!cluster) return { items: [], gaps, sources };
    const blocking = await aws.get(GetBlockPublicAccessConfiguration, {}, (answer, { must }) => {
      const configuration = must(answer, 'BlockPublicAccessConfiguration');
      if (!must(configuration, 'BlockPublicSecurityGroupRules')) return { isOn: false, ports: [] };
      const ranges = must(configuration, 'PermittedPublicSecurityGroupRuleRanges');
      return {
        isOn: true,
        ports: ranges.map((range): PortRange => ({
          from: must(range, 'MinRange'),
          to: must(range, 'MaxRange'),
        })),
      };
    });
    // That it is judged at all hangs on the page that lists a cluster.
    const listed = pagesOf(cluster, sources);
    return { items: [{ ...accountResource(aws, { blocking }), listed }], gaps: [], sources };
  },
});
