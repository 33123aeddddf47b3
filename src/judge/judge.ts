/**
 * Runs one check over everything that its collector found. The loop is here, so that no check can forget a case: a
 * list that is empty, a list that could not be read, a resource that is not the customer's, a check that throws.
 */
import type { CheckSpec, Context } from './check.ts';
import type { Judgement, World } from './judgement.ts';
import type { Parameter, Values } from './parameter.ts';
import { type Needs, type Resource, resolveNeeds } from '../collect/collector.ts';
import {
  CannotTell,
  type Cause,
  type Listing,
  type Read,
  type Source,
  startReading,
} from '../observe/observed.ts';
import type { Severity } from './terms.ts';

export function judgeAll<
  R extends Resource,
  N extends Needs,
  P extends Readonly<Record<string, Parameter>>,
>(spec: CheckSpec<R, N, P>, world: World): readonly Judgement[] {
  const { evaluates, severity } = spec;
  const places = evaluates.scope === 'global' ? ['global'] : world.regions;
  const judgements: Judgement[] = [];
  const listings: Listing<R>[] = [];
  for (const region of places) {
    const listing = readListing(() => world.gathered.get(evaluates, region));
    listings.push(listing);
    if (listing.gaps.length > 0) judgements.push(couldNotRead(severity, region, listing.gaps));
    if (listing.items.length === 0) continue;
    const bind = (read: Read) => contextOf(spec, world, region, read);
    for (const resource of listing.items) {
      judgements.push(judgeOne(spec, resource, bind, listing.sources));
    }
  }
  if (judgements.length > 0) return judgements;
  return [nothingToJudge(severity, 'global', listings)];
}

/** What the check is handed for resources of one region. Throws `CannotTell` where a need could not be gathered. */
function contextOf<
  R extends Resource,
  N extends Needs,
  P extends Readonly<Record<string, Parameter>>,
>(spec: CheckSpec<R, N, P>, world: World, region: string, read: Read): Context<N, P> {
  const { now, account, partition, regions } = world;
  const params = { ...spec.params, ...world.params[spec.id] };
  if (!hasParams<P>(spec.params, params)) throw new Error(`${spec.id} lacks a parameter`);
  const given = resolveNeeds(spec.needs, world.gathered, region);
  return { ...given, read, params, now, account, partition, regions };
}

/** What the user set was validated against the check's own parameters, kind by kind. */
function hasParams<P extends Readonly<Record<string, Parameter>>>(
  defaults: P | undefined,
  params: Readonly<Record<string, Parameter>>,
): params is Readonly<Record<string, Parameter>> & Values<P> {
  return Object.keys(defaults ?? {}).every((name) => params[name] !== undefined);
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
  N extends Needs,
  P extends Readonly<Record<string, Parameter>>,
>(
  spec: CheckSpec<R, N, P>,
  resource: R,
  bind: (read: Read) => Context<N, P>,
  listed: readonly Source[],
): Judgement {
  const { managed } = resource;
  if (managed) {
    const reasons = [managed.reason];
    return { ...about(spec, resource), outcome: 'out-of-scope', reasons, sources: listed };
  }
  const reading = startReading();
  try {
    const verdict = spec.evaluate(resource, bind(reading.read));
    return {
      ...about(spec, resource),
      outcome: verdict.outcome,
      severity: verdict.severity ?? spec.severity,
      reasons: verdict.reasons,
      // A verdict that read nothing else rests on the list that showed the resource.
      sources: reading.sources.size > 0 ? [...reading.sources] : listed,
      latent: verdict.latent === true,
    };
  } catch (error) {
    if (error instanceof CannotTell) {
      const sources = [...reading.sources, ...error.causes.map((cause) => cause.source)];
      return {
        ...about(spec, resource),
        outcome: 'unknown',
        reasons: wordsOf(error.causes),
        sources,
      };
    }
    const fault = error instanceof Error ? error.message : String(error);
    const reasons = [`the check itself failed: ${fault}`];
    return { ...about(spec, resource), outcome: 'unknown', reasons, sources: [...reading.sources] };
  }
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
  listings: readonly Listing<Resource>[],
): Judgement {
  return {
    resource: undefined,
    region: scope,
    outcome: 'not-applicable',
    severity,
    reasons: ['there is nothing of this kind in the regions that were read'],
    sources: listings.flatMap((listing) => listing.sources),
    latent: false,
  };
}

/** "s3:GetBucketAcl in eu-west-1: AccessDenied: …", each once. */
function wordsOf(causes: readonly Cause[]): string[] {
  const words = causes.map(({ source, detail }) => {
    return `${source.service}:${source.operation} in ${source.region}: ${detail}`;
  });
  return [...new Set(words)];
}
