/** What Amazon Inspector scans in a Region, and how long its critical findings have been open. */
import type { ResourceState, State } from '@aws-sdk/client-inspector2';
import { oneOf } from '../../aws/one-of.ts';
import type { Aws, Members } from '../../aws/reads.ts';
import { accountListing } from '../../collect/account.ts';
import { defineCollector } from '../../collect/collector.ts';
import { any } from '../../observe/logic.ts';
import { derive, Observed } from '../../observe/observed.ts';
import { BatchGetAccountStatus, ListFindings } from './operations.ts';

const statuses = [
  'ENABLED',
  'ENABLING',
  'DISABLED',
  'DISABLING',
  'SUSPENDED',
  'SUSPENDING',
] as const;
export type ScanStatus = (typeof statuses)[number];

export const scanning = defineCollector({
  id: 'inspector.scanning',
  service: 'inspector',
  scope: 'regional',
  calls: [BatchGetAccountStatus],
  gather: async (aws) => {
    const own = await aws.get(
      BatchGetAccountStatus,
      { accountIds: [aws.account] },
      (answer, members) => {
        const { must, unusable, observe } = members;
        const state =
          must(answer, 'accounts').find(({ accountId }) => accountId === aws.account) ??
          unusable(whyNot(answer.failedAccounts?.[0]?.errorMessage));
        const resources = must(state, 'resourceState');
        const status = (of: keyof ResourceState) =>
          observe(() => statusOf(must(resources, of), members));
        return {
          ec2: status('ec2'),
          ecr: status('ecr'),
          lambda: status('lambda'),
          lambdaCode: status('lambdaCode'),
        };
      },
    );
    return accountListing(aws, {
      ec2: derive((read) => read(read(own).ec2)),
      ecr: derive((read) => read(read(own).ecr)),
      lambda: derive((read) => read(read(own).lambda)),
      lambdaCode: derive((read) => read(read(own).lambdaCode)),
    });
  },
});

function whyNot(message: string | undefined): string {
  return `Inspector does not tell of this account: ${message ?? 'it gives no reason'}`;
}

function statusOf(state: State, members: Members): ScanStatus {
  return oneOf(members.must(state, 'status'), statuses, members);
}

/** Of the critical findings that were open for longest. */
export interface OpenFindings {
  /** When each was first seen, the oldest first. */
  readonly seen: readonly Date[];
}

/** They are sorted by age, and few are enough to say that some are too old. */
const mostFindings = 25;

/** What is new can push an item from one page to the next. */
function eachOnce<T>(items: readonly T[], name: (item: T) => string | undefined): readonly T[] {
  const known = new Set<string>();
  return items.filter((item) => {
    const own = name(item);
    if (own === undefined) return true;
    const isNew = !known.has(own);
    known.add(own);
    return isNew;
  });
}

function equals(value: string) {
  return [{ comparison: 'EQUALS' as const, value }];
}

/** Null where Inspector scans nothing, and so finds nothing. */
export const criticalFindings = defineCollector({
  id: 'inspector.critical-findings',
  service: 'inspector',
  scope: 'regional',
  calls: [ListFindings],
  needs: { scanning },
  gather: async (aws, given) => {
    const scans = derive((read) =>
      read.some(given.scanning, ({ ec2, ecr, lambda, lambdaCode }) =>
        any(...[ec2, ecr, lambda, lambdaCode].map((each) => () => read(each) !== 'DISABLED')),
      ),
    );
    return accountListing(aws, { findings: await findingsOf(aws, scans) });
  },
});

/** @param scans whether Inspector scans anything; asked all the same where that could not be read */
async function findingsOf(
  aws: Aws,
  scans: Observed<boolean>,
): Promise<Observed<OpenFindings | null>> {
  const state = Observed.open(scans);
  if (state.known && !state.value) return Observed.knownBy(state.sources, null);
  return aws.get(
    ListFindings,
    {
      // Whoever administers other accounts is shown theirs too.
      filterCriteria: {
        awsAccountId: equals(aws.account),
        findingStatus: equals('ACTIVE'),
        severity: equals('CRITICAL'),
      },
      sortCriteria: { field: 'FIRST_OBSERVED_AT', sortOrder: 'ASC' },
      maxResults: mostFindings,
    },
    (answer, { must }): OpenFindings => ({
      seen: eachOnce(must(answer, 'findings'), ({ findingArn }) => findingArn).map((finding) =>
        must(finding, 'firstObservedAt'),
      ),
    }),
  );
}
