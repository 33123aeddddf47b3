/**
 * What any Region answers, such as the list of all buckets, is asked in the home Region, and where that is closed to the
 * caller, in another: a policy may let an identity into a few Regions only, and a network may reach but one.
 */
import type { Ledger } from './evidence/ledger.ts';
import {
  type Fault,
  type FaultClass,
  faultClassOf,
  isServiceControlPolicyDenial,
} from './faults.ts';
import type { Received } from './list-pages.ts';
import { type AnyOperation, isAbsent } from './operation.ts';

export interface Anywhere {
  /** Sends it in the Region, and where that is closed, in others until one answers. */
  ask<O>(
    operation: AnyOperation,
    region: string,
    send: (region: string) => Promise<Received<O>>,
  ): Promise<Received<O>>;
  /** Says which Regions there are: where a policy closes Regions, any of them may be open. */
  accountHas(regions: readonly string[]): void;
}

/** Faults that are of the place where it was asked, or may be. */
const ofThePlace: ReadonlySet<FaultClass> = new Set([
  'denied',
  'credentials-refused',
  'not-opted-in',
  'unreachable',
  'unsupported',
]);

/** @param told Regions that the user, the environment or the profile names: the caller will have meant them */
export function createAnywhere(told: readonly string[], ledger: Ledger): Anywhere {
  let ofTheAccount: readonly string[] = [];
  /** Where an operation was answered, if not where it was asked first: its other pages are asked there. */
  const answeredIn = new Map<AnyOperation, string>();

  const othersThan = (region: string, fault: Fault): readonly string[] => {
    if (!ofThePlace.has(faultClassOf(fault))) return [];
    // To ask all Regions is cheap where a policy answers, and not where nobody does.
    const others = isServiceControlPolicyDenial(fault) ? [...told, ...ofTheAccount] : told;
    return [...new Set(others)].filter((other) => other !== region);
  };

  return {
    ask: async (operation, home, send) => {
      const region = answeredIn.get(operation) ?? home;
      const first = await send(region);
      if ('answer' in first || !first.fault) return first;
      if (isAbsent(operation, first.fault)) return first;
      for (const other of othersThan(region, first.fault)) {
        const next = await send(other);
        if (!('answer' in next)) continue;
        answeredIn.set(operation, other);
        ledger.answeredElsewhere(first.cause.source.id);
        return next;
      }
      return first;
    },
    accountHas: (regions) => {
      ofTheAccount = regions;
    },
  };
}
