/** Whether EMR refuses clusters that the internet may reach: a setting of the account in each Region. */
import { accountListing } from '../../collect/account.ts';
import { defineCollector } from '../../collect/collector.ts';
import { GetBlockPublicAccessConfiguration } from './operations.ts';

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

export const blockPublicAccess = defineCollector({
  id: 'emr.block-public-access',
  service: 'emr',
  scope: 'regional',
  calls: [GetBlockPublicAccessConfiguration],
  gather: async (aws) => {
    const blocking = await aws.get(GetBlockPublicAccessConfiguration, {}, (answer, { must }) => {
      const configuration = must(answer, 'BlockPublicAccessConfiguration');
      if (!must(configuration, 'BlockPublicSecurityGroupRules')) return { isOn: false, ports: [] };
      const ranges = must(configuration, 'PermittedPublicSecurityGroupRuleRanges');
      return {
        isOn: true,
        // A range without an end is one port: Amazon EMR API reference, "PortRange".
        ports: ranges.map((range): PortRange => {
          const from = must(range, 'MinRange');
          return { from, to: range.MaxRange ?? from };
        }),
      };
    });
    return accountListing(aws, { blocking });
  },
});
