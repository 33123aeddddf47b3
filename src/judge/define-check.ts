import type { CheckNeeds, Resource } from '../collect/collector.ts';
import { idsOf, linksOf } from '../frameworks/index.ts';
import type { CheckSpec, DeclaredSeverity, DefinedCheck } from './check.ts';
import { type Parameter, type SetParameters, withDefaults } from './parameter.ts';
import { judge } from './judge.ts';
import { lazily } from '../text/lazily.ts';
import type { Severity } from './terms.ts';

/** Declares a check. */
export function defineCheck<
  R extends Resource,
  N extends CheckNeeds = Record<never, never>,
  P extends Readonly<Record<string, Parameter>> = Record<never, never>,
>(spec: CheckSpec<R, N, P>): DefinedCheck<R, N, P> {
  const { id, responsibility, why, fix, link, evaluates } = spec;
  const { is: severity, because } = gradeOf(spec.severity);
  const links = lazily(() => linksOf(spec.controls));
  const controls = lazily(() => idsOf(links()));
  const judged = { ...spec, severity };
  const titleWith = (set?: SetParameters) =>
    typeof spec.title === 'string' ? spec.title : spec.title(withDefaults<P>(spec.params, set));
  return {
    id,
    title: titleWith(),
    titleWith,
    severity,
    ...(because === undefined ? {} : { severityReason: because }),
    responsibility,
    get controls() {
      return controls();
    },
    get links() {
      return links();
    },
    why,
    fix,
    link,
    ...(spec.remedy === undefined ? {} : { remedy: spec.remedy }),
    evaluates,
    service: responsibility.slice(0, responsibility.indexOf('.')),
    needs: spec.needs ?? {},
    params: spec.params ?? {},
    meanings: { ...spec.meanings },
    items: { ...spec.items },
    judge: (world) => judge(judged, world),
    spec: judged,
  };
}

function gradeOf(severity: DeclaredSeverity): { is: Severity; because?: string } {
  return typeof severity === 'string' ? { is: severity } : severity;
}
