/** The organisation that the account is in. */
import { defineCollector } from '../../collect/collector.ts';
import { DescribeOrganization } from './operations.ts';

export interface Organization {
  readonly id: string;
  readonly managementAccount: string;
}

/** Null for an account that is in none. */
export const organization = defineCollector({
  id: 'account.organization',
  service: 'account',
  scope: 'global',
  calls: [DescribeOrganization],
  gather: (aws) =>
    aws.get(
      DescribeOrganization,
      {},
      (answer, { must }): Organization => {
        const described = must(answer, 'Organization');
        return { id: must(described, 'Id'), managementAccount: must(described, 'MasterAccountId') };
      },
      { whenAbsent: null },
    ),
});
