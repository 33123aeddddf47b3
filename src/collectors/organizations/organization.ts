/** The organisation that the account is in. */
import type { Members } from '../../aws/reads.ts';
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
      (answer, members): Organization => {
        const described = members.must(answer, 'Organization');
        return {
          id: members.must(described, 'Id'),
          managementAccount: accountIdIn(members.must(described, 'MasterAccountId'), members),
        };
      },
      { whenAbsent: null },
    ),
});

/** The id of an account: what is none would be taken for that of some other account. */
export function accountIdIn(text: string, { unusable }: Pick<Members, 'unusable'>): string {
  return /^\d{12}$/.test(text) ? text : unusable(`"${text.slice(0, 40)}" is no account id`);
}
