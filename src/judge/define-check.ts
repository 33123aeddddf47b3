import type { Needs, Resource } from '../collect/collector.ts';
import type { CheckSpec, DefinedCheck } from './check.ts';
import type { Parameter } from './parameter.ts';
import { judge } from './judge.ts';

/** Declares a check. */
export function defineCheck<
  R extends Resource,
  N extends Needs = Record<never, never>,
  P extends Readonly<Record<string, Parameter>> = Record<never, never>,
>(spec: CheckSpec<R, N, P>): DefinedCheck<R, N, P> {
  const { id, title, severity, responsibility, controls, why, fix, link, evaluates } = spec;
  return {
    id,
    title,
    severity,
    responsibility,
    controls,
    why,
    fix,
    link,
    evaluates,
    service: responsibility.slice(0, responsibility.indexOf('.')),
    needs: spec.needs ?? {},
    params: spec.params ?? {},
    judge: (world) => judge(spec, world),
    spec,
  };
}
