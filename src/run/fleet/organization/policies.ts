/** The units of the organisation, the accounts in them, and the policies that are attached to each. */
import type { AnyOperation } from '../../../aws/operation.ts';
import type { Reads } from '../../../aws/reads.ts';
import {
  DescribePolicy,
  ListAccountsForParent,
  ListOrganizationalUnitsForParent,
  ListPolicies,
  ListRoots,
  ListTargetsForPolicy,
} from '../../../collectors/organizations/operations.ts';
import type { ReadPolicy, ReadUnit, Told } from '../../../fleet/organization/reading.ts';
import { derive, type Listing, type Observed } from '../../../observe/observed.ts';
import { cutEnd } from '../../../text/wrap.ts';
import { isClosed, listedOf } from '../listed.ts';
import { toldOf } from './told.ts';

export const policyCalls: readonly AnyOperation[] = [
  ListRoots,
  ListOrganizationalUnitsForParent,
  ListAccountsForParent,
  ListPolicies,
  ListTargetsForPolicy,
  DescribePolicy,
];

export interface Root {
  readonly id: string;
  readonly name: string;
  /** The types of policies that are turned on. */
  readonly on: readonly string[];
}

export function readRoots(aws: Reads): Promise<Listing<Root>> {
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
export async function readUnits(
  aws: Reads,
  roots: Listing<Root>,
): Promise<Observed<readonly ReadUnit[]>> {
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

export async function readPolicies(
  aws: Reads,
  Filter: Bounding,
): Promise<Told<readonly ReadPolicy[]>> {
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
