/** Whether Security Hub CSPM is on in a Region, and by which standards it checks. */
import { oneOf } from '../../aws/one-of.ts';
import type { Aws } from '../../aws/reads.ts';
import { accountListing } from '../../collect/account.ts';
import { defineCollector } from '../../collect/collector.ts';
import { derive, Observed } from '../../observe/observed.ts';
import { DescribeHub, GetEnabledStandards } from './operations.ts';

export interface Standard {
  /** `aws-foundational-security-best-practices/v/1.0.0` */
  readonly name: string;
  readonly status: (typeof statuses)[number];
}

const statuses = ['READY', 'INCOMPLETE', 'PENDING', 'FAILED', 'DELETING'] as const;

export const hubs = defineCollector({
  id: 'security-hub.hubs',
  service: 'security-hub',
  scope: 'regional',
  calls: [DescribeHub, GetEnabledStandards],
  gather: async (aws) => {
    const hub = await aws.get(
      DescribeHub,
      {},
      (answer, { must }) => must(answer, 'HubArn') !== '',
      {
        whenAbsent: false,
      },
    );
    const state = Observed.open(hub);
    const isOff = state.known && !state.value;
    const standards = isOff ? Observed.knownBy(state.sources, []) : await readStandards(aws);
    return accountListing(aws, { isOn: hub, standards });
  },
});

async function readStandards(aws: Aws): Promise<Observed<readonly Standard[]>> {
  const found = await aws.list(
    GetEnabledStandards,
    {},
    'StandardsSubscriptions',
    (each, members) => {
      const { must, observe } = members;
      const arn = must(each, 'StandardsArn');
      return {
        arn,
        name: arn.split(/:(?:standards|ruleset)\//)[1] ?? arn,
        status: observe(() => oneOf(must(each, 'StandardsStatus'), statuses, members)),
      };
    },
  );
  if (found.gaps.length > 0) return Observed.unreadable(...found.gaps);
  return derive((read) =>
    read.list(found).map(({ name, status }) => ({ name, status: read(status) })),
  );
}
