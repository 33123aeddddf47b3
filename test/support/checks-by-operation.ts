/** Which checks rest on an operation. A law asks it for each of hundreds of cases, so it is told once. */
import { checks } from '../../checks/index.ts';
import type { AnyOperation } from '../../src/aws/operation.ts';
import type { Check } from '../../src/judge/check.ts';
import { allNeeds, operationsOf, plan } from '../../src/plan/plan.ts';

function byOperation(operationsFor: (check: Check) => readonly AnyOperation[]) {
  const found = new Map<string, Check[]>();
  for (const check of checks) {
    const names = operationsFor(check).map(({ service, name }) => `${service}:${name}`);
    for (const name of new Set(names)) found.set(name, [...(found.get(name) ?? []), check]);
  }
  return (operation: string): readonly Check[] => found.get(operation) ?? [];
}

/** Checks whose plan sends the operation, discovery included. @param operation such as `ec2:DescribeVolumes` */
export const checksThatSend = byOperation((check) => operationsOf(plan([check])));

/** Checks of which a collector sends the operation: a gap of it names them. @param operation such as `ec2:DescribeVolumes` */
export const checksThatNeed = byOperation((check) => allNeeds(check).flatMap(({ calls }) => calls));
