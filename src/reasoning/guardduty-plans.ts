/** Whether GuardDuty's detector of a Region watches a kind of thing: the question of several checks. */
import { fail, manual, notApplicable, pass, type Verdict } from '../judge/verdict.ts';
import type { Observed, Read } from '../observe/observed.ts';

/** A part of a protection plan that can be on or off. */
export interface Feature {
  /** As the API names it: `S3_DATA_EVENTS`. */
  readonly name: string;
  readonly isOn: Observed<boolean>;
  /** Whether a policy of the organization sets it. */
  readonly isSetByOrganization: boolean;
  /** What it is set to do beside: the agents that GuardDuty keeps on machines. */
  readonly additional: readonly Pick<Feature, 'name' | 'isOn'>[];
}

/** What a detector does. */
export interface DetectorFacts {
  /** False while it is suspended: then it watches nothing, whatever its features say. */
  readonly isOn: Observed<boolean>;
  readonly features: Observed<readonly Feature[]>;
  /** Unreadable where it lists features of which srm-scan has not heard: the one that is looked for may be among them. */
  readonly namesAreKnown: Observed<true>;
}

/** A protection plan. */
export interface Plan {
  readonly feature: string;
  /** As the console names it. */
  readonly name: string;
  /** Something that it would have to be on for; without it there is nothing to watch. */
  readonly watches?: { readonly what: string; readonly isThere: () => boolean };
  /** What a pass says beside, and what a fail says. */
  notes?(read: Read, features: readonly Feature[]): readonly string[];
}

export function judgePlan(read: Read, detector: DetectorFacts, plan: Plan): Verdict {
  const { feature: wanted, name, watches } = plan;
  if (!read(detector.isOn))
    return fail('GuardDuty is suspended in this Region, and watches nothing');
  const features = read(detector.features);
  const feature = features.find((each) => each.name === wanted);
  const notes = plan.notes?.(read, features) ?? [];
  if (feature && read(feature.isOn)) return pass(`${name} is on`, ...notes);
  if (watches && !watches.isThere()) {
    return notApplicable(`${name} is off, and there is no ${watches.what} in this Region`);
  }
  if (!feature && read(detector.namesAreKnown)) {
    return manual(
      `GuardDuty does not list ${name} here: the Region may not offer it, which is to be looked up`,
    );
  }
  const setBy = feature?.isSetByOrganization
    ? ['a policy of the organization sets it, and can be changed there alone']
    : [];
  return fail(`${name} is off`, ...notes, ...setBy);
}

const agents = [
  { name: 'EC2_AGENT_MANAGEMENT', where: 'EC2 instances' },
  { name: 'ECS_FARGATE_AGENT_MANAGEMENT', where: 'ECS tasks on Fargate' },
  { name: 'EKS_ADDON_MANAGEMENT', where: 'EKS clusters' },
] as const;

/** What is said of Runtime Monitoring beside whether it is on. */
export function runtimeNotes(read: Read, features: readonly Feature[]): readonly string[] {
  const isOn = (name: string) => features.some((each) => each.name === name && read(each.isOn));
  if (isOn('RUNTIME_MONITORING')) {
    const own = agents.filter(({ name }) => !keepsAgents(read, features, name));
    return own.length === 0
      ? []
      : [
          `GuardDuty does not keep its agents by itself on ${own.map(({ where }) => where).join(', ')}`,
        ];
  }
  return isOn('EKS_RUNTIME_MONITORING')
    ? [
        'EKS Runtime Monitoring is on, which Runtime Monitoring takes the place of, and watches EKS alone',
      ]
    : [];
}

/** Whether GuardDuty installs and keeps an agent of Runtime Monitoring by itself. */
function keepsAgents(read: Read, features: readonly Feature[], agent: string): boolean {
  return features.some(
    ({ name, isOn, additional }) =>
      name === 'RUNTIME_MONITORING' &&
      read(isOn) &&
      additional.some((each) => each.name === agent && read(each.isOn)),
  );
}
