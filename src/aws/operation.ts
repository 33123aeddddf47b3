/**
 * The permission table, and it runs: each operation names its SDK command, the IAM action behind it, and what its
 * answers mean. What is not declared cannot be sent, and what is not a read cannot be declared.
 */
import type { Client, Command, MetadataBearer } from '@smithy/types';
import type { ServiceId } from '../responsibilities/index.ts';
import type { ClientConfig, Connection } from './live/connection.ts';
import type { Sendable } from './quota/dispatcher.ts';
import type { Rates } from './quota/rates.ts';

/** What AWS answered. */
export interface Answer<O> {
  readonly output: O;
  readonly requestId: string | undefined;
}

/** How a list operation is paged. */
export interface Pages<I, O> {
  /** The token of the next page; undefined on the last. */
  next(answer: O): string | undefined;
  /** The input that asks for the page of `token`. */
  turn(input: I, token: string): I;
}

/** A member; of an answer that wraps its list, with the wrapper before it: `DistributionList.NextMarker`. */
export type PageToken = string | { readonly answer: string; readonly input: string };

/**
 * An error that says "there is none": its code, or its code with words of its message where AWS gives the same code to
 * those who may not ask.
 */
export type AbsentError = string | { readonly code: string; readonly says: RegExp };

/** What an operation means, as its service declares it. */
export interface OperationSpec<O> {
  /** The IAM action. It is not always named as the operation is. */
  readonly action: string;
  /**
   * The member that holds the token of the next page, in the answer and in the input of that page alike; or the two
   * members where they differ. A law holds it against the SDK's own paginators.
   */
  readonly pages?: PageToken;
  /** Errors that are answers: "there is none", as AWS's reference of the operation says. */
  readonly absent?: readonly AbsentError[];
  /**
   * Error codes that say that what was asked about is no more, as AWS's reference of the operation says: it was deleted
   * since it was listed. A law wants them of every operation that is asked once for each resource of a list.
   */
  readonly gone?: readonly string[];
  /**
   * Set where each collector asks for a part of its own, by a filter, and the parts are large: no answer is kept for
   * another collector.
   */
  readonly inParts?: true;
  /**
   * Set where AWS leaves a list that has nothing in it out of the answer. Of any other list a missing member says that the
   * answer cannot be used.
   */
  readonly leavesOutEmpty?: true;
  /**
   * Set where a service with Regions gives the same answer in each of them. Only such an operation may be asked for the
   * whole account without naming a Region; where the home Region is closed to the caller, another is asked.
   */
  readonly anywhere?: true;
  /** Takes secrets out of an answer before a collector or the evidence sees it. */
  redact?(answer: O): O;
}

export interface Operation<I, O> extends Omit<OperationSpec<O>, 'pages'>, Sendable {
  readonly pages?: Pages<I, O>;
  /**
   * Sends one request.
   * @param limit milliseconds for the whole answer, where they are fewer than usual
   */
  send(connection: Connection, region: string, input: I, limit?: number): Promise<Answer<O>>;
}

/** An operation without its types, for tables. */
export type AnyOperation = Pick<
  Operation<never, never>,
  'service' | 'name' | 'action' | 'absent' | 'gone' | 'leavesOutEmpty' | 'inParts'
>;

/** All that is special about an AWS service, in one place: collectors/<service>/service.ts. */
export interface ServiceSpec<M, SI extends object, SO extends MetadataBearer, C> {
  /** As call ids, gaps and pages name it; the name of its folder. */
  readonly id: string;
  /** What its IAM actions begin with. */
  readonly iamPrefix: string;
  /** The services of the responsibility matrix that its API configures. */
  readonly matrix: readonly ServiceId[];
  /** Whether each Region answers for itself, or one Region for the whole account. */
  readonly scope: 'regional' | 'global';
  readonly rates: Rates;
  /**
   * How many calls of one client are in flight, and so how many sockets its host gets. A TLS handshake costs more than
   * it gains: most Regions answer a handful of calls. More are for services whose calls mostly go to one host.
   */
  readonly callsInFlight: number;
  /** Runs when the first call is due, so that a scan of one service loads no other. */
  load(): Promise<M>;
  client(sdk: M, config: ClientConfig): Client<SI, SO, C>;
}

/** An AWS service, as the SDK reaches it. */
export interface Service<M, SI extends object, SO extends MetadataBearer, C> extends ServiceFacts {
  operation<I extends SI, O extends SO>(
    name: string,
    command: (sdk: M) => new (input: I) => Command<SI, I, SO, O, C>,
    spec: OperationSpec<O>,
  ): Operation<I, O>;
}

/** What is said of a service, without its types. */
export type ServiceFacts = Pick<
  ServiceSpec<never, object, MetadataBearer, never>,
  'id' | 'iamPrefix' | 'matrix' | 'scope' | 'rates' | 'callsInFlight'
>;

/** Whether the error is the answer that there is none. */
export function isAbsent(
  { absent = [] }: { readonly absent?: readonly AbsentError[] },
  error: { readonly code: string; readonly message: string },
): boolean {
  return absent.some((each) =>
    typeof each === 'string'
      ? each === error.code
      : each.code === error.code && each.says.test(error.message),
  );
}

/** Names that only read. GenerateCredentialReport starts a report and changes nothing; IAM calls it a read. */
const readOnly = /^(Get|List|Describe|BatchGet|Head|Lookup|Search)[A-Z]|^GenerateCredentialReport$/;

/** Declares a service. */
export function defineService<M, SI extends object, SO extends MetadataBearer, C>(
  spec: ServiceSpec<M, SI, SO, C>,
): Service<M, SI, SO, C> {
  const { load, client, ...facts } = spec;
  const { id, rates } = facts;
  const declared = new Set<string>();
  const clients = new WeakMap<Connection, Map<string, Promise<[M, Client<SI, SO, C>]>>>();

  const connect = (connection: Connection, region: string): Promise<[M, Client<SI, SO, C>]> => {
    const byRegion = clients.get(connection) ?? new Map<string, Promise<[M, Client<SI, SO, C>]>>();
    clients.set(connection, byRegion);
    const known = byRegion.get(region);
    if (known) return known;
    const made = load().then((sdk): [M, Client<SI, SO, C>] => {
      const fresh = client(sdk, connection.config(region));
      connection.equip(id, fresh, declared);
      return [sdk, fresh];
    });
    byRegion.set(region, made);
    return made;
  };

  return {
    ...facts,
    operation: (name, command, { pages, ...meaning }) => {
      if (!readOnly.test(name)) throw new Error(`${id}:${name} is not a read; srm-scan only reads`);
      declared.add(name);
      return {
        ...meaning,
        ...(pages === undefined ? {} : { pages: pagesBy(pages) }),
        service: id,
        name,
        rate: rates[name] ?? rates.usual,
        scope: facts.scope,
        callsInFlight: facts.callsInFlight,
        send: async (connection, region, input, limit) => {
          const [sdk, made] = await connect(connection, region);
          const CommandOf = command(sdk);
          const own = { ...input };
          connection.intend(own, name);
          // With any option the SDK puts the middlewares together anew.
          const options = limit === undefined ? [] : [{ requestTimeout: limit }];
          const output = await made.send(new CommandOf(own), ...options);
          return { output, requestId: output.$metadata.requestId };
        },
      };
    },
  };
}

function pagesBy<I extends object, O extends object>(spec: PageToken): Pages<I, O> {
  const [token, marker] = typeof spec === 'string' ? [spec, spec] : [spec.answer, spec.input];
  return {
    next: (answer) => {
      const value = token.split('.').reduce<unknown>(memberOf, answer);
      return typeof value === 'string' ? value : undefined;
    },
    turn: (input, value) => ({ ...input, [marker]: value }),
  };
}

function memberOf(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined;
}
