/**
 * The way to the live account: what every client is made with, and the middlewares that each bears. The guard
 * refuses what was not declared, the governor takes a token of the rate limiter for each attempt, and an answer that is
 * empty or cut off is an error.
 */
import type {
  AwsCredentialIdentityProvider,
  FinalizeRequestMiddleware,
  InitializeMiddleware,
  MiddlewareStack,
  RetryStrategyV2,
} from '@smithy/types';
import type { Limiter } from '../quota/limiter.ts';
import type { Rated } from '../quota/rates.ts';
import type { ServiceFacts } from '../operation.ts';
import { classify, toFault } from '../faults.ts';
import { patientRetry } from './retry.ts';
import { wholeAnswer } from './whole-answer.ts';

/** What a service's client is made with. */
export interface ClientConfig {
  readonly region: string;
  readonly profile?: string;
  readonly credentials: AwsCredentialIdentityProvider;
  readonly retryStrategy: RetryStrategyV2;
  readonly requestHandler: {
    readonly connectionTimeout: number;
    readonly requestTimeout: number;
    readonly throwOnRequestTimeout: boolean;
    readonly httpAgent: { readonly keepAlive: boolean; readonly maxSockets: number };
    readonly httpsAgent: { readonly keepAlive: boolean; readonly maxSockets: number };
  };
}

export interface Connection {
  config(service: Pick<ServiceFacts, 'callsInFlight'>, region: string): ClientConfig;
  /** Adds the guard and the governor to a client's middlewares. */
  equip<I extends object, O extends object>(
    service: string,
    region: string,
    stack: MiddlewareStack<I, O>,
    declared: ReadonlyMap<string, Rated>,
  ): void;
  onClose(close: () => void): void;
  close(): void;
}

export interface ConnectionOptions {
  readonly credentials: AwsCredentialIdentityProvider;
  readonly profile?: string;
  readonly limiter: Limiter;
  readonly signal: AbortSignal;
}

/** Milliseconds. A Region whose endpoint does not answer must not hold the scan. */
const timeouts = { connect: 4000, request: 30_000 };

/** A call that no collector declared, or that is not what it was declared as: a fault of the program. */
export class UndeclaredCall extends Error {
  constructor(service: string, command: string) {
    super(`${service}:${command} was not declared by any collector; it was not sent`);
    this.name = 'UndeclaredCall';
  }
}

/** Refuses a command that is not the one that its operation is named after. */
export function onlyAs<I extends object, O extends object>(
  service: string,
  operation: string,
): InitializeMiddleware<I, O> {
  return (next, context) => (args) => {
    const command = context.commandName ?? 'unknown';
    if (command !== `${operation}Command`) throw new UndeclaredCall(service, command);
    return next(args);
  };
}

/** Opens the connection; clients are made later, as calls need them. */
export function connect(options: ConnectionOptions): Connection {
  const { credentials, profile, limiter, signal } = options;
  const closers: (() => void)[] = [];
  return {
    config: ({ callsInFlight }, region) => {
      const agent = { keepAlive: true, maxSockets: callsInFlight };
      return {
        region,
        ...(profile === undefined ? {} : { profile }),
        credentials,
        retryStrategy: patientRetry(),
        requestHandler: {
          connectionTimeout: timeouts.connect,
          requestTimeout: timeouts.request,
          throwOnRequestTimeout: true,
          httpAgent: agent,
          httpsAgent: agent,
        },
      };
    },
    equip: (service, region, stack, declared) => {
      stack.add(guard(service, declared), { step: 'initialize', name: 'srmScanGuard' });
      stack.addRelativeTo(wholeAnswer(), {
        relation: 'after',
        toMiddleware: 'deserializerMiddleware',
        name: 'srmScanWholeAnswer',
      });
      stack.addRelativeTo(governor(region, declared, limiter, signal), {
        relation: 'after',
        toMiddleware: 'retryMiddleware',
        name: 'srmScanGovernor',
      });
    },
    onClose: (close) => closers.push(close),
    close: () => {
      for (const close of closers) close();
    },
  };
}

function guard<I extends object, O extends object>(
  service: string,
  declared: ReadonlyMap<string, Rated>,
): InitializeMiddleware<I, O> {
  return (next, context) => (args) => {
    const command = context.commandName ?? 'unknown';
    if (!declared.has(command.replace(/Command$/, ''))) throw new UndeclaredCall(service, command);
    return next(args);
  };
}

/** The first attempt has its token already: the caller waited for it before it took a place in flight. */
function governor<I extends object, O extends object>(
  region: string,
  declared: ReadonlyMap<string, Rated>,
  limiter: Limiter,
  signal: AbortSignal,
): FinalizeRequestMiddleware<I, O> {
  return (next, context) => {
    const operation = declared.get((context.commandName ?? 'unknown').replace(/Command$/, ''));
    let attempt = 0;
    return async (args) => {
      attempt += 1;
      if (attempt > 1 && operation) await limiter.take(region, operation, signal);
      try {
        return await next(args);
      } catch (error) {
        if (operation && classify(toFault(error)) === 'throttled') {
          limiter.throttled(region, operation);
        }
        throw error;
      }
    };
  };
}
