/** Whether Amazon Macie looks at the buckets of a Region. */
import { oneOf } from '../../aws/one-of.ts';
import { accountListing } from '../../collect/account.ts';
import { defineCollector } from '../../collect/collector.ts';
import { GetMacieSession } from './operations.ts';

export const macieSessions = defineCollector({
  id: 's3.macie-sessions',
  service: 's3',
  scope: 'regional',
  calls: [GetMacieSession],
  gather: async (aws) => {
    const status = await aws.get(
      GetMacieSession,
      {},
      (answer, members) => oneOf(members.must(answer, 'status'), ['ENABLED', 'PAUSED'], members),
      { whenAbsent: 'OFF' },
    );
    return accountListing(aws, { status });
  },
});
