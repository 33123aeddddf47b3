/** The account as the thing that is judged, for checks that reason over what other collectors read. */
import { accountListing } from '../../collect/account.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Listing } from '../../observe/observed.ts';
import type { Aws } from '../../aws/reads.ts';

export const accountItself = defineCollector({
  id: 'account.itself',
  service: 'account',
  scope: 'global',
  calls: [],
  gather: (aws) => justTheAccount(aws),
});

/** Once for each Region of the scan. */
export const accountInEachRegion = defineCollector({
  id: 'account.in-each-region',
  service: 'account',
  scope: 'regional',
  calls: [],
  gather: (aws) => justTheAccount(aws),
});

/** The account's Regions, enabled or not, which the scan read before anything else. */
export const accountRegions = defineCollector({
  id: 'account.regions',
  service: 'account',
  scope: 'global',
  calls: [],
  gather: (aws) => {
    return accountListing(aws, { regions: aws.regionStates });
  },
});

function justTheAccount(aws: Aws): Listing<Resource> {
  return accountListing(aws, {});
}
