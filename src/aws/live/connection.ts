/**
 * The way to the live account: what every client is made with, and the guard that each bears, which refuses what was
 * not declared. Clients are many, one for each service and Region, so what they need is made once and shared.
 */
import type {
  AwsCredentialIdentityProvider,
  FinalizeRequestMiddleware,
  InitializeMiddleware,
  MiddlewareStack,
} from '@smithy/types';
import { createWire, type Wire } from './wire.ts';

/** What a service's client is made with. */
export interface ClientConfig {
  readonly region: string;
  readonly profile?: string;
  readonly credentials: AwsCredentialIdentityProvider;
  readonly requestHandler: Wire;
  /** The middlewares of a command are put together once for each client. */
  readonly cacheMiddleware: true;
}

export interface Connection {
  config(region: string): ClientConfig;
  /** Adds the guard to a client's middlewares, and takes out those that a read does not need. */
  equip<I extends object, O extends object>(
    service: string,
    stack: MiddlewareStack<I, O>,
    declared: ReadonlySet<string>,
  ): void;
  /** Says which operation an input is for: the guard refuses any other command with it. */
  intend(input: object, operation: string): void;
  /** Closes the sockets. */
  close(): void;
}

export interface ConnectionOptions {
  readonly credentials: AwsCredentialIdentityProvider;
  readonly profile?: string;
  readonly wire?: Wire;
}

/** A call that no collector declared, or that is not what it was declared as: a fault of the program. */
export class UndeclaredCall extends Error {
  constructor(service: string, command: string) {
    super(`${service}:${command} was not declared by any collector; it was not sent`);
    this.name = 'UndeclaredCall';
  }
}

/** Opens the connection; clients are made later, as calls need them. */
export function connect(options: ConnectionOptions): Connection {
  const { credentials, profile, wire = createWire() } = options;
  const intended = new WeakMap<object, string>();
  return {
    config: (region) => ({
      region,
      ...(profile === undefined ? {} : { profile }),
      credentials,
      requestHandler: wire,
      cacheMiddleware: true,
    }),
    equip: (service, stack, declared) => {
      stack.add(guard(service, declared, intended), { step: 'initialize', name: 'srmScanGuard' });
      stack.add(once(), sdkRetry);
    },
    intend: (input, operation) => {
      intended.set(input, operation);
    },
    close: () => {
      wire.close();
    },
  };
}

/** The command must be declared, and where the caller said which one it means, it must be that one. */
function guard<I extends object, O extends object>(
  service: string,
  declared: ReadonlySet<string>,
  intended: WeakMap<object, string>,
): InitializeMiddleware<I, O> {
  return (next, context) => {
    const command = context.commandName ?? 'unknown';
    const operation = command.replace(/Command$/, '');
    const isDeclared = declared.has(operation);
    return (args) => {
      const meant = intended.get(args.input) ?? operation;
      if (!isDeclared || meant !== operation) throw new UndeclaredCall(service, command);
      return next(args);
    };
  };
}

/** How the SDK names its retry, which others stand relative to: it cannot be taken out, but replaced. */
const sdkRetry = {
  step: 'finalizeRequest',
  priority: 'high',
  name: 'retryMiddleware',
  override: true,
} as const;

/** In place of the SDK's retry: the dispatcher decides what is sent again, and when. */
function once<I extends object, O extends object>(): FinalizeRequestMiddleware<I, O> {
  return (next) => next;
}
