/** Settings of each resource of a list, from a call for each. */
import { type Cause, type Listing, Observed } from '../observe/observed.ts';
import type { Resource } from './collector.ts';

/** One observed setting for each resource of a list. */
export interface PerResource<out T> extends MayKnowGone {
  /** The setting of a resource that was listed. */
  of(resource: Pick<Resource, 'arn'>): Observed<T>;
}

/** What of a list turned out to be deleted since it was listed. */
export interface MayKnowGone {
  /** AWS's answers that say so, by ARN. */
  readonly gone?: ReadonlyMap<string, Cause>;
}

/** Asks once for each resource of a list. The dispatcher bounds how many are asked at once. */
export async function perResource<R extends Pick<Resource, 'arn'>, T>(
  resources: readonly R[],
  ask: (resource: R) => Promise<Observed<T>>,
): Promise<PerResource<T>> {
  const answers = await Promise.all(
    resources.map(async (resource): Promise<[string, Observed<T>]> => [
      resource.arn,
      await ask(resource),
    ]),
  );
  const gone = new Map<string, Cause>();
  for (const [arn, answer] of answers) {
    const cause = goneIn(answer);
    if (cause) gone.set(arn, cause);
  }
  return { ...settingsBy(new Map(answers)), gone };
}

/** @param settings by ARN */
export function settingsBy<T>(settings: ReadonlyMap<string, Observed<T>>): PerResource<T> {
  return {
    of: ({ arn }) => {
      const setting = settings.get(arn);
      if (!setting) throw new Error(`nothing was asked about ${arn}`);
      return setting;
    },
  };
}

/**
 * Settings that are reasoned out of others: anew each time that one is asked for, since those of a large account would
 * take more memory than what they are reasoned out of.
 */
export function settingsFrom<R extends Pick<Resource, 'arn'>, T>(
  resources: readonly R[],
  settingOf: (resource: R) => Observed<T>,
): PerResource<T> {
  const byArn = new Map(resources.map((resource) => [resource.arn, resource]));
  return {
    of: ({ arn }) => {
      const resource = byArn.get(arn);
      if (!resource) throw new Error(`nothing is known about ${arn}`);
      return settingOf(resource);
    },
  };
}

/**
 * The list without what was deleted since: for reasoning over all of its resources together, where one that is gone is
 * not one of them. That it is gone is part of what the rest rests on. What another account manages stays: that account
 * may hide from this one what is there.
 */
export function withoutGone<R extends Pick<Resource, 'arn' | 'managed'>>(
  listing: Listing<R>,
  ...settings: readonly MayKnowGone[]
): Listing<R> {
  const gone = new Map(settings.flatMap((each) => [...(each.gone ?? [])]));
  if (gone.size === 0) return listing;
  return {
    ...listing,
    items: listing.items.filter(({ arn, managed }) => managed || !gone.has(arn)),
    sources: [...listing.sources, ...[...gone.values()].map(({ source }) => source)],
  };
}

function goneIn(answer: Observed<unknown>): Cause | undefined {
  const state = Observed.open(answer);
  return state.known ? undefined : state.causes.find(({ reason }) => reason === 'gone');
}
