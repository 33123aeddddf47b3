/** From the checks to what they need: the collectors in order, and the permissions. No call to AWS. */
import type { AnyOperation } from '../aws/operation.ts';
import type { Check } from '../judge/check.ts';
import { type Collector, collectorsOf } from '../collect/collector.ts';
import { discoveryCalls } from './discovery-calls.ts';

export interface Plan {
  readonly checks: readonly Check[];
  /** Each once, after those that it needs. */
  readonly collectors: readonly Collector<unknown>[];
}

/** @param further collectors that are asked for beside the checks */
export function plan(checks: readonly Check[], further: readonly Collector<unknown>[] = []): Plan {
  const collectors = new Set<Collector<unknown>>();
  const add = (collector: Collector<unknown>) => {
    for (const need of collectorsOf(collector.needs)) add(need);
    collectors.add(collector);
  };
  for (const check of checks) for (const collector of directNeeds(check)) add(collector);
  further.forEach(add);
  return { checks, collectors: [...collectors] };
}

/** The collector that a check judges, and those that it names beside it. */
function directNeeds(check: Check): readonly Collector<unknown>[] {
  return [check.evaluates, ...collectorsOf(check.needs)];
}

/** Every collector that a check rests on, through whatever chain. */
export function allNeeds(check: Check): readonly Collector<unknown>[] {
  return plan([check]).collectors;
}

/** Every operation that a scan of the plan may send, discovery included. */
export function operationsOf({ collectors }: Plan): readonly AnyOperation[] {
  const all = [
    ...discoveryCalls(collectors),
    ...collectors.flatMap((collector) => collector.calls),
  ];
  const byName = new Map(
    all.map((operation) => [`${operation.service}:${operation.name}`, operation]),
  );
  return [...byName.values()];
}

/** The IAM actions of a plan, sorted. GetCallerIdentity needs none. */
export function actionsOf(planned: Plan): readonly string[] {
  const actions = operationsOf(planned).map((operation) => operation.action);
  return [...new Set(actions)].filter((action) => action !== 'sts:GetCallerIdentity').toSorted();
}

/** The least IAM policy for a plan, as a policy document. */
export function iamPolicy(planned: Plan) {
  return {
    Version: '2012-10-17',
    Statement: [{ Sid: 'SrmScanRead', Effect: 'Allow', Action: actionsOf(planned), Resource: '*' }],
  };
}
