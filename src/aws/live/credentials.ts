/** Credentials for all clients: resolved once, renewed in time, used to their end, and never waited for without a bound. */
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import { type Clock, realClock } from '../clock.ts';
import { lateCredentialsCode, noCredentialsCode, toFault } from '../faults.ts';

/** Milliseconds before credentials end at which new ones are fetched. */
const renewBefore = 5 * 60_000;
/** Milliseconds between two attempts to renew credentials that still hold. */
const renewAgainAfter = 30_000;
/** Milliseconds before their end at which credentials are not used any more: a request takes time to arrive. */
const unusableBefore = 5000;

export interface Patience {
  /** What is waited for, as the message names it. */
  readonly source: string;
  /** Milliseconds. */
  readonly limit: number;
  /** While a person is asked for a code nobody is late. */
  readonly isAsking?: () => boolean;
  readonly clock?: Clock;
}

/**
 * Rejects when the credentials do not come in time: a process, a browser or a host that hangs must not hold the scan. What
 * else goes wrong is told as what it is, with the source: a refusal of whoever gives the credentials must not look like a
 * refusal of the call that needed them.
 */
export function patient(
  resolve: AwsCredentialIdentityProvider,
  { source, limit, isAsking = () => false, clock = realClock }: Patience,
): AwsCredentialIdentityProvider {
  return (properties) =>
    new Promise((found, reject) => {
      const giveUp = () => {
        if (isAsking()) {
          cancel = clock.after(limit, giveUp);
          return;
        }
        const error = new Error(`no credentials came within ${limit / 1000} s from ${source}`);
        error.name = lateCredentialsCode;
        reject(error);
      };
      let cancel = clock.after(limit, giveUp);
      resolve(properties)
        .finally(() => {
          cancel();
        })
        .then(found, (error: unknown) => {
          reject(unavailable(error, source));
        });
    });
}

/** Credentials that end sooner than that are kept for half of their time: the source has no better ones yet. */
function renewalOf(end: number, now: number): number {
  return Math.max(end - renewBefore, now + (end - now) / 2);
}

/**
 * Resolves once for all clients and again before the credentials end. Without it each client would run the chain
 * itself: one assumed role or one credential process for each service and Region. Credentials that still hold are used
 * while new ones are fetched, and after that failed.
 * @param today milliseconds since 1970
 */
export function shared(
  resolve: AwsCredentialIdentityProvider,
  today: () => number = Date.now,
): AwsCredentialIdentityProvider {
  let held: AwsCredentialIdentity | undefined;
  let renewAt = Number.POSITIVE_INFINITY;
  let resolving: Promise<AwsCredentialIdentity> | undefined;

  const fetchThem: AwsCredentialIdentityProvider = (properties) => {
    resolving ??= resolve(properties)
      .then((credentials) => {
        const end = endOf(credentials);
        held = credentials;
        renewAt = end === Number.POSITIVE_INFINITY ? end : renewalOf(end, today());
        return credentials;
      })
      .finally(() => {
        resolving = undefined;
      });
    return resolving;
  };

  const provider: AwsCredentialIdentityProvider = (properties) => {
    const now = today();
    if (!held || endOf(held) - unusableBefore <= now) return fetchThem(properties);
    if (now >= renewAt) {
      renewAt = now + renewAgainAfter;
      fetchThem(properties).catch(() => undefined);
    }
    return Promise.resolve(held);
  };
  // So marked, the SDK does not put a memory of its own around it in each client.
  return Object.assign(provider, { memoized: true });
}

/** Named by the source that failed first: a role that is assumed with other credentials hands on what went wrong there. */
function unavailable(thrown: unknown, source: string): Error {
  const cause = thrown instanceof Error ? thrown : new Error(String(thrown));
  if ([lateCredentialsCode, noCredentialsCode].includes(cause.name)) return cause;
  const why = toFault(cause);
  const error = new Error(`none came from ${source}: ${why.code}: ${why.message}`, { cause });
  error.name = noCredentialsCode;
  return error;
}

function endOf({ expiration }: AwsCredentialIdentity): number {
  return expiration?.getTime() ?? Number.POSITIVE_INFINITY;
}
