/**
 * Runs one check over everything that its collector found. The loop is here, so that no check can forget a case: a
 * list that is empty, a list that could not be read, a resource that is not the customer's, a check that throws.
 */
import { type CheckNeeds, type Given, type Resource, resolveNeeds } from '../collect/collector.ts';
import { leftOutOf } from '../collect/leaving.ts';
import {
  CannotTell,
  type Cause,
  type Listing,
  pagesOf,
  type Read,
  type Source,
  startReading,
} from '../observe/observed.ts';
import { wordsOfFault } from '../observe/own-fault.ts';
import { lostCallWords } from '../text/call-words.ts';
import type { JudgedSpec, Context } from './check.ts';
import type { Judgement, World } from './judgement.ts';
import { type Parameter, withDefaults } from './parameter.ts';
import { severities, type Severity } from './terms.ts';
import type { Verdict } from './verdict.ts';

/** One judgement for each resource, as it is made, and one for each list that is empty or could not be read. */
export function* judge<
  R extends Resource,
  N extends CheckNeeds,
  P extends Readonly<Record<string, Parameter>>,
>(spec: JudgedSpec<R, N, P>, world: World): Generator<Judgement, void, undefined> {
  const { id, evaluates, severity } = spec;
  const leftOut = leftOutOf({ evaluates, ...spec.needs }, world.gathered);
  const places = evaluates.scope === 'global' ? ['global'] : world.regions;
  const looked: Source[] = [];
  let isEmpty = true;
  for (const region of places) {
    if (leftOut.has(region)) continue;
    const listing = readListing(() => world.gathered.get(evaluates, region));
    if (listing.gaps.length > 0) {
      noteSpoilt(world, id, listing.gaps);
      yield couldNotRead(severity, region, listing.gaps);
    }
    if (listing.gaps.length > 0 || listing.items.length > 0) isEmpty = false;
    if (isEmpty) looked.push(...listing.sources);
    const bind = binderOf(spec, world, region);
    for (const resource of listing.items) {
      // What another account manages may be hidden from this one rather than deleted.
      const cause = resource.managed ? undefined : world.gathered.gone(resource.arn);
      yield cause
        ? isGone(severity, resource, cause)
        : judgeOne(spec, resource, bind, listing.sources, world);
    }
  }
  if (isEmpty) yield nothingToJudge(severity, 'global', looked, leftOut);
}

/**
 * Makes what the check is handed for each resource of one Region. Its needs are looked up once. It throws `CannotTell`
 * where one of them could not be gathered.
 */
function binderOf<
  R extends Resource,
  N extends CheckNeeds,
  P extends Readonly<Record<string, Parameter>>,
>(spec: JudgedSpec<R, N, P>, world: World, region: string): (read: Read) => Context<N, P> {
  const { now, account, partition, regions } = world;
  const params = withDefaults<P>(spec.params, world.params[spec.id]);
  let given: Given<N> | undefined;
  return (read) => {
    given ??= resolveNeeds(spec.needs, world.gathered, region);
    return { ...given, read, params, now, account, partition, regions };
  };
}

/** A collector that broke has no listing: all that it would have found is one gap. */
function readListing<R>(get: () => Listing<R>): Listing<R> {
  try {
    return get();
  } catch (error) {
    if (!(error instanceof CannotTell)) throw error;
    return { items: [], gaps: error.causes, sources: [] };
  }
}

/** Judges one resource with a receipt of its own. */
export function judgeOne<
  R extends Resource,
  N extends CheckNeeds,
  P extends Readonly<Record<string, Parameter>>,
>(
  spec: JudgedSpec<R, N, P>,
  resource: R,
  bind: (read: Read) => Context<N, P>,
  list: readonly Source[],
  world: Pick<World, 'fault' | 'spoil'>,
): Judgement {
  const { managed } = resource;
  const listed = pagesOf(resource, list);
  if (managed) {
    const reasons = [managed.reason];
    return { ...about(spec, resource), outcome: 'out-of-scope', reasons, sources: listed };
  }
  const reading = startReading();
  try {
    if (resource.judgedIf) reading.read(resource.judgedIf);
    const verdict = spec.evaluate(resource, bind(reading.read));
    return {
      ...about(spec, resource),
      outcome: verdict.outcome,
      ...gradeOf(verdict, spec),
      reasons: verdict.reasons,
      // Every verdict rests on the pages that showed the resource, and on no other page of their list.
      sources: [...listed, ...reading.sources],
      latent: verdict.latent === true,
    };
  } catch (error) {
    if (error instanceof CannotTell) {
      noteSpoilt(world, spec.id, error.causes);
      const causes = error.causes.map(({ source }) => source);
      const sources = [...listed, ...reading.sources, ...causes];
      return {
        ...about(spec, resource),
        outcome: 'unknown',
        reasons: wordsOf(error.causes),
        sources,
      };
    }
    const detail = `the check itself failed: ${wordsOfFault(error)}`;
    const { id, responsibility } = spec;
    const service = responsibility.slice(0, responsibility.indexOf('.'));
    world.fault({ in: 'check', id, service, region: resource.region, detail });
    const sources = [...listed, ...reading.sources];
    return { ...about(spec, resource), outcome: 'unknown', reasons: [detail], sources };
  }
}

/** A check of a user may be plain JavaScript: what types would have refused is a fault of the check. */
function gradeOf(
  { severity: graded }: Verdict,
  { severity }: { readonly severity: Severity },
): Pick<Judgement, 'severity' | 'regradedBecause'> {
  if (graded === undefined) return { severity };
  if (!severities.includes(graded.is) || !graded.because) {
    throw new Error('the severity of its verdict is not of the form { is, because }');
  }
  return graded.is === severity
    ? { severity }
    : { severity: graded.is, regradedBecause: graded.because };
}

/**
 * An answer that lacks something is a gap where a verdict rests on what it lacks, and nowhere else: a database that is
 * being created has no endpoint, and that is nothing to report where nobody asks for it.
 */
function noteSpoilt(world: Pick<World, 'spoil'>, check: string, causes: readonly Cause[]): void {
  for (const { spoilt, source, detail } of causes) {
    if (spoilt) world.spoil(source.id, detail, check);
  }
}

/** A resource that was deleted since it was listed: every check says so, and none judges what was read before. */
function isGone(severity: Severity, resource: Resource, cause: Cause): Judgement {
  return {
    ...about({ severity }, resource),
    outcome: 'not-applicable',
    reasons: [`it was deleted while the scan ran: ${wordsOf([cause]).join('; ')}`],
    sources: [...pagesOf(resource, []), cause.source],
  };
}

function about(spec: { readonly severity: Severity }, resource: Resource) {
  return { resource, region: resource.region, severity: spec.severity, latent: false };
}

function couldNotRead(severity: Severity, region: string, gaps: readonly Cause[]): Judgement {
  return {
    resource: undefined,
    region,
    outcome: 'unknown',
    severity,
    reasons: wordsOf(gaps),
    sources: gaps.map((gap) => gap.source),
    latent: false,
  };
}

function nothingToJudge(
  severity: Severity,
  scope: string,
  looked: readonly Source[],
  leftOut: ReadonlyMap<string, readonly Source[]>,
): Judgement {
  const nothing = 'there is nothing of this kind in the regions that were read';
  const regions = [...leftOut.keys()].toSorted().join(', ');
  return {
    resource: undefined,
    region: scope,
    outcome: 'not-applicable',
    severity,
    reasons:
      leftOut.size === 0
        ? [nothing]
        : [nothing, `left out, since AWS Config counts nothing to judge there: ${regions}`],
    sources: [...looked, ...[...leftOut.values()].flat()],
    latent: false,
  };
}

/** "s3:GetBucketAcl in eu-west-1: AccessDenied: …", each once. */
function wordsOf(causes: readonly Cause[]): string[] {
  const words = causes.map(({ source, detail }) => lostCallWords(source, detail));
  return [...new Set(words)];
}
