/**
 * The way to the live account: what every client is made with, and the guard that each bears, which refuses what was
 * not declared. Clients are many, one for each service and Region, so what they need is made once and shared, and what a
 * read does not need is left out of them.
 */
import {
  loadConfig,
  NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
  NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
} from '@smithy/core/config';
import type {
  AwsCredentialIdentityProvider,
  BuildMiddleware,
  FinalizeRequestMiddleware,
  HttpRequest,
  InitializeMiddleware,
  MiddlewareStack,
  Provider,
} from '@smithy/types';
import { readExactly } from './exact-xml.ts';
import { createWire, type Wire } from './wire.ts';

/** What a service's client is made with. */
export interface ClientConfig {
  readonly region: string;
  readonly profile?: string;
  readonly credentials: AwsCredentialIdentityProvider;
  readonly requestHandler: Wire;
  /** The middlewares of a command are put together once for each client. */
  readonly cacheMiddleware: true;
  readonly useFipsEndpoint: Provider<boolean>;
  readonly useDualstackEndpoint: Provider<boolean>;
  readonly authSchemePreference: string[];
  readonly maxAttempts: 1;
  readonly retryMode: 'standard';
  readonly defaultsMode: 'standard';
}

/** A client, as far as it is made ready here. */
export interface Equipped<I extends object, O extends object> {
  readonly middlewareStack: MiddlewareStack<I, O>;
  readonly config: unknown;
}

export interface Connection {
  config(region: string): ClientConfig;
  /** Adds the guard to a client's middlewares, and takes out those that a read does not need. */
  equip<I extends object, O extends object>(
    service: string,
    client: Equipped<I, O>,
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
  /** How AWS's logs name the caller. */
  readonly userAgent?: string;
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
  const { credentials, profile, wire = createWire(), userAgent = 'srm-scan' } = options;
  const ofProfile = profile === undefined ? {} : { profile };
  const config: Omit<ClientConfig, 'region'> = {
    ...ofProfile,
    credentials,
    requestHandler: wire,
    cacheMiddleware: true,
    useFipsEndpoint: loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, ofProfile),
    useDualstackEndpoint: loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, ofProfile),
    // Each of these would be looked for in the environment and the profile, for each client again.
    authSchemePreference: [],
    maxAttempts: 1,
    retryMode: 'standard',
    defaultsMode: 'standard',
  };
  const intended = new WeakMap<object, string>();
  const endpoints = new Map<string, unknown>();
  return {
    config: (region) => ({ region, ...config }),
    equip: (service, { middlewareStack: stack, config: resolved }, declared) => {
      stack.add(guard(service, declared, intended), { step: 'initialize', name: 'srmScanGuard' });
      stack.add(once(), sdkRetry);
      stack.add(callerName(userAgent), sdkUserAgent);
      for (const name of needless) stack.remove(name);
      if (typeof resolved !== 'object' || resolved === null) return;
      shareEndpoint(service, resolved, endpoints);
      rememberEndpoints(resolved);
      rememberSigners(resolved);
      readExactly(resolved);
      keepFast(resolved);
    },
    intend: (input, operation) => {
      intended.set(input, operation);
    },
    close: () => {
      wire.close();
    },
  };
}

/** Middlewares of the SDK that change nothing about a read, each of them a turn of the event loop for each call. */
const needless = [
  'loggerMiddleware',
  'recursionDetectionMiddleware',
  'addExpectContinueMiddleware',
  'regionRedirectMiddleware',
];

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

const sdkUserAgent = {
  step: 'build',
  priority: 'low',
  name: 'getUserAgentMiddleware',
  override: true,
} as const;

/** In place of the SDK's, which puts its name, and what it was used for, together anew for each call. */
function callerName<I extends object, O extends object>(userAgent: string): BuildMiddleware<I, O> {
  return (next) => (args) => {
    if (isHttpRequest(args.request)) args.request.headers['user-agent'] = userAgent;
    return next(args);
  };
}

function isHttpRequest(request: unknown): request is Pick<HttpRequest, 'headers'> {
  return typeof request === 'object' && request !== null && 'headers' in request;
}

/** Where the environment or the profile says that a service is: looked up once for all clients of the service. */
function shareEndpoint(service: string, config: object, known: Map<string, unknown>): void {
  const member = 'serviceConfiguredEndpoint';
  const lookUp: unknown = known.get(service) ?? Reflect.get(config, member);
  if (typeof lookUp !== 'function') return;
  known.set(service, lookUp);
  Reflect.set(config, member, lookUp);
}

const mostEndpoints = 5000;

/** Rules find the host of each bucket; the SDK remembers 50, and each of some ten collectors asks for every bucket. */
function rememberEndpoints(config: object): void {
  const member = 'endpointProvider';
  const decide: unknown = Reflect.get(config, member);
  if (typeof decide !== 'function') return;
  const known = new Map<string, unknown>();
  Reflect.set(config, member, (params: object, context: unknown) => {
    const key = JSON.stringify(params);
    const found = known.get(key);
    if (found !== undefined) return found;
    const made: unknown = Reflect.apply(decide, undefined, [params, context]);
    if (known.size >= mostEndpoints) known.clear();
    known.set(key, made);
    return made;
  });
}

/** The SDK makes a signer anew for each call, of a copy of the whole configuration; it differs by the scheme alone. */
function rememberSigners(config: object): void {
  const member = 'signer';
  const make: unknown = Reflect.get(config, member);
  if (typeof make !== 'function') return;
  const known = new Map<string, unknown>();
  Reflect.set(config, member, (scheme: object | undefined) => {
    const key = JSON.stringify(scheme ?? null);
    const found = known.get(key);
    if (found !== undefined) return found;
    const made: unknown = Reflect.apply(make, undefined, [scheme]);
    known.set(key, made);
    return made;
  });
}

/**
 * The SDK copies the whole configuration of a client several times for each call. It is filled in many steps, for which
 * V8 keeps it as a dictionary, and copies it fifty times slower; an object that others inherit from is kept fast.
 */
function keepFast(config: object): void {
  Object.setPrototypeOf({}, config);
}
