/** The policies of the organisation that bound what accounts and their resources may do. */
import { oneOf } from '../../aws/one-of.ts';
import type { Aws } from '../../aws/reads.ts';
import { accountListing } from '../../collect/account.ts';
import { defineCollector } from '../../collect/collector.ts';
import { derive, Observed } from '../../observe/observed.ts';
import { asManagement, wholeList } from './accounts.ts';
import { ListPolicies, ListRoots, ListTargetsForPolicy } from './operations.ts';
import { organization } from './organization.ts';

/** The kinds of policies that bound permissions; the others set backups, tags and the like. */
const guardrailTypes = ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] as const;
export type GuardrailType = (typeof guardrailTypes)[number];

/** A policy that the customer wrote. */
export interface Guardrail {
  readonly type: GuardrailType;
  readonly name: string;
  readonly isAttached: Observed<boolean>;
}

export interface Guardrails {
  /** The kinds that are in force in the organisation. */
  readonly enabled: Observed<readonly GuardrailType[]>;
  readonly written: Observed<readonly Guardrail[]>;
}

export const guardrails = defineCollector({
  id: 'account.guardrails',
  service: 'account',
  scope: 'global',
  calls: [ListRoots, ListPolicies, ListTargetsForPolicy],
  needs: { organization },
  gather: async (aws, given) => {
    const found = await asManagement(aws, given.organization, async () => {
      const [enabled, ...written] = await Promise.all([
        typesInForce(aws),
        ...guardrailTypes.map((type) => writtenIn(aws, type)),
      ]);
      const all = derive((read) => written.flatMap((some) => read(some)));
      return Observed.known<Guardrails>({ enabled, written: all });
    });
    return accountListing(aws, { guardrails: found });
  },
});

/** An organisation has one root, and a kind of policy is turned on for it. AWS Organizations API reference, "Root". */
async function typesInForce(aws: Aws): Promise<Observed<readonly GuardrailType[]>> {
  const roots = await aws.list(ListRoots, {}, 'Roots', (root, members) => {
    const { must, observe } = members;
    const states = observe(() =>
      must(root, 'PolicyTypes').map((each) => ({
        type: must(each, 'Type'),
        isOn:
          oneOf(must(each, 'Status'), ['ENABLED', 'PENDING_ENABLE', 'PENDING_DISABLE'], members) ===
          'ENABLED',
      })),
    );
    return { arn: must(root, 'Arn'), states };
  });
  return derive((read) => {
    const on = read
      .list(roots)
      .flatMap(({ states }) => read(states).filter(({ isOn }) => isOn))
      .map(({ type }) => type);
    return guardrailTypes.filter((type) => on.includes(type));
  });
}

async function writtenIn(aws: Aws, Filter: GuardrailType): Promise<Observed<readonly Guardrail[]>> {
  const policies = await aws.list(ListPolicies, { Filter }, 'Policies', (policy, { must }) =>
    // FullAWSAccess and RCPFullAWSAccess, which AWS attaches itself, bound nothing.
    must(policy, 'AwsManaged')
      ? []
      : [{ arn: must(policy, 'Arn'), id: must(policy, 'Id'), name: must(policy, 'Name') }],
  );
  const targets = await Promise.all(
    policies.items.map(({ id: PolicyId }) =>
      aws.list(ListTargetsForPolicy, { PolicyId }, 'Targets', (target, { must }) =>
        must(target, 'TargetId'),
      ),
    ),
  );
  const items = policies.items.map(({ name }, at): Guardrail => {
    const attached = targets[at];
    const isAttached = derive((read) =>
      attached === undefined ? false : read.some(attached, () => true),
    );
    return { type: Filter, name, isAttached };
  });
  return wholeList({ ...policies, items });
}
