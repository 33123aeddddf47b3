/** Reads what an organisation knows and one account of it cannot: as its management account, or a delegated administrator. */
import type { AnyOperation } from '../../aws/operation.ts';
import type { Reads } from '../../aws/reads.ts';
import {
  DescribeOrganization,
  DescribePolicy,
  ListAccountsForParent,
  ListOrganizationalUnitsForParent,
  ListPolicies,
  ListRoots,
  ListTargetsForPolicy,
} from '../../collectors/organizations/operations.ts';
import { accountIdIn } from '../../collectors/organizations/organization.ts';
import {
  type OrganizationReading,
  organizationSchema,
  type ReadPolicy,
  type ReadUnit,
  type Told,
} from '../../fleet/organization/reading.ts';
import { type Cause, derive, type Listing, Observed } from '../../observe/observed.ts';
import { cutEnd } from '../../text/wrap.ts';
import { isClosed, listedOf } from './listed.ts';

/** What is asked, beside the list of accounts. */
export const organizationCalls: readonly AnyOperation[] = [
  DescribeOrganization,
  ListRoots,
  ListOrganizationalUnitsForParent,
  ListAccountsForParent,
  ListPolicies,
  ListTargetsForPolicy,
  DescribePolicy,
];

/** @param askedBy the account of whoever asks */
export async function readOrganization(
  aws: Reads,
  { askedBy, at }: { readonly askedBy: string; readonly at: Date },
): Promise<OrganizationReading> {
  const [organization, roots, scps, rcps] = await Promise.all([
    aws.get(DescribeOrganization, {}, (answer, members) => {
      const described = members.must(answer, 'Organization');
      return {
        id: members.must(described, 'Id'),
        managementAccount: accountIdIn(members.must(described, 'MasterAccountId'), members),
        hasAllFeatures: members.must(described, 'FeatureSet') === 'ALL',
      };
    }),
    readRoots(aws),
    readPolicies(aws, 'SERVICE_CONTROL_POLICY'),
    readPolicies(aws, 'RESOURCE_CONTROL_POLICY'),
  ]);
  return {
    schema: organizationSchema,
    at: at.toISOString(),
    askedBy,
    organization: toldOf(organization),
    policyTypes: toldOf(derive((read) => [...new Set(read.list(roots).flatMap(({ on }) => on))])),
    units: toldOf(await readUnits(aws, roots)),
    scps,
    rcps,
  };
}

interface Root {
  readonly id: string;
  readonly name: string;
  /** The types of policies that are turned on. */
  readonly on: readonly string[];
}

function readRoots(aws: Reads): Promise<Listing<Root>> {
  return aws.list(
    ListRoots,
    {},
    'Roots',
    (root, { must }) => ({
      id: must(root, 'Id'),
      name: must(root, 'Name'),
      on: must(root, 'PolicyTypes')
        .filter((each) => must(each, 'Status') === 'ENABLED')
        .map((each) => must(each, 'Type')),
    }),
    { key: ({ id }) => id },
  );
}

/** Each unit before those below it. */
async function readUnits(aws: Reads, roots: Listing<Root>): Promise<Observed<readonly ReadUnit[]>> {
  const below = async (of: Pick<Root, 'id' | 'name'>, parent: string | null) => {
    const [accounts, units] = await Promise.all([
      aws.list(ListAccountsForParent, { ParentId: of.id }, 'Accounts', listedOf, {
        key: ({ id }) => id,
      }),
      aws.list(
        ListOrganizationalUnitsForParent,
        { ParentId: of.id },
        'OrganizationalUnits',
        (each, { must }) => ({ id: must(each, 'Id'), name: must(each, 'Name') }),
        { key: ({ id }) => id },
      ),
    ]);
    const here = derive((read) =>
      read
        .list(accounts)
        .filter((each) => !isClosed(each))
        .map(({ id }) => id),
    );
    const unit: ReadUnit = {
      id: of.id,
      name: cutEnd(of.name, 128),
      parent,
      accounts: toldOf(here),
    };
    const rest: readonly Observed<readonly ReadUnit[]>[] = await Promise.all(
      units.items.map((each) => below(each, of.id)),
    );
    return derive((read): readonly ReadUnit[] => {
      read.list(units);
      return [unit, ...rest.flatMap((each) => read(each))];
    });
  };
  const trees = await Promise.all(roots.items.map((root) => below(root, null)));
  return derive((read) => {
    read.list(roots);
    return trees.flatMap((each) => read(each));
  });
}

type Bounding = 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';

async function readPolicies(aws: Reads, Filter: Bounding): Promise<Told<readonly ReadPolicy[]>> {
  const policies = await aws.list(
    ListPolicies,
    { Filter },
    'Policies',
    (policy, { must }) => ({
      id: must(policy, 'Id'),
      name: cutEnd(must(policy, 'Name'), 128),
      isAws: must(policy, 'AwsManaged'),
    }),
    { key: ({ id }) => id },
  );
  const read = await Promise.all(
    policies.items.map(async (policy): Promise<ReadPolicy> => {
      // RCPFullAWSAccess is attached everywhere and cannot be detached: AWS Organizations user guide, "RCP evaluation".
      if (policy.isAws && Filter === 'RESOURCE_CONTROL_POLICY') {
        return { ...policy, targets: { value: [] } };
      }
      const [targets, content] = await Promise.all([
        aws.list(ListTargetsForPolicy, { PolicyId: policy.id }, 'Targets', (target, { must }) =>
          must(target, 'TargetId'),
        ),
        aws.get(DescribePolicy, { PolicyId: policy.id }, (answer, { must }) =>
          must(must(answer, 'Policy'), 'Content'),
        ),
      ]);
      return {
        ...policy,
        targets: toldOf(derive((ask) => [...ask.list(targets)])),
        content: toldOf(content),
      };
    }),
  );
  return toldOf(
    derive((ask) => {
      ask.list(policies);
      return read;
    }),
  );
}

/** The value, or why there is none and what to do. */
function toldOf<T>(observed: Observed<T>): Told<T> {
  const state = Observed.open(observed);
  if (state.known) return { value: state.value };
  const [first] = state.causes;
  const details = [...new Set(state.causes.map(({ detail }) => detail))];
  return { cause: cutEnd(details.join('; '), 1500), cure: cureOf(first) };
}

function cureOf(cause: Cause | undefined): string {
  return cause?.reason === 'denied'
    ? 'Ask from the management account or from a delegated administrator, with what "srm-scan policy --org" prints.'
    : 'See why, and run again.';
}
