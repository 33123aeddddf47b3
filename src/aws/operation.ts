/**
 * The permission table, and it runs: each operation names its SDK command, the IAM action behind it, and what its
 * answers mean. What is not declared cannot be sent, and what is not a read cannot be declared.
 */
import type { Client, Command, MetadataBearer } from '@smithy/types';
import { type ClientConfig, type Connection, onlyAs } from './live/connection.ts';

/** What AWS answered, or the error that came instead; `meta` is how the call went. */
export interface Answer<O> {
  readonly output: O;
  readonly requestId: string | undefined;
  readonly attempts: number;
}

/** How a list operation is paged. */
export interface Pages<I, O> {
  /** The token of the next page; undefined on the last. */
  next(answer: O): string | undefined;
  /** The input that asks for the page of `token`. */
  turn(input: I, token: string): I;
}

export interface OperationSpec<I, O> {
  /** The IAM action. It is not always named as the operation is. */
  readonly action: string;
  readonly pages?: Pages<I, O>;
  /** Error codes that are answers: "there is none", as AWS's reference of the operation says. */
  readonly absent?: readonly string[];
  /** Takes secrets out of an answer before a collector or the evidence sees it. */
  redact?(answer: O): O;
}

export interface Operation<I, O> extends OperationSpec<I, O> {
  readonly service: string;
  readonly name: string;
  send(connection: Connection, region: string, input: I, signal: AbortSignal): Promise<Answer<O>>;
}

/** An operation without its types, for tables. */
export type AnyOperation = Pick<Operation<never, never>, 'service' | 'name' | 'action' | 'absent'>;

/** An AWS service, as the SDK reaches it. */
export interface Service<M, SI extends object, SO extends MetadataBearer, C> {
  readonly id: string;
  operation<I extends SI, O extends SO>(
    name: string,
    command: (sdk: M) => new (input: I) => Command<SI, I, SO, O, C>,
    spec: OperationSpec<I, O>,
  ): Operation<I, O>;
}

/** Names that only read. GenerateCredentialReport starts a report and changes nothing; IAM calls it a read. */
const readOnly = /^(Get|List|Describe|BatchGet|Head|Lookup|Search)[A-Z]|^GenerateCredentialReport$/;

/** Declares a service: `load` runs, and the client is made, when the first call is due. */
export function defineService<M, SI extends object, SO extends MetadataBearer, C>(
  id: string,
  load: () => Promise<M>,
  client: (sdk: M, config: ClientConfig) => Client<SI, SO, C>,
): Service<M, SI, SO, C> {
  const declared = new Set<string>();
  const clients = new WeakMap<Connection, Map<string, Promise<[M, Client<SI, SO, C>]>>>();

  const connect = (connection: Connection, region: string): Promise<[M, Client<SI, SO, C>]> => {
    const byRegion = clients.get(connection) ?? new Map<string, Promise<[M, Client<SI, SO, C>]>>();
    clients.set(connection, byRegion);
    const known = byRegion.get(region);
    if (known) return known;
    const made = load().then((sdk): [M, Client<SI, SO, C>] => {
      const fresh = client(sdk, connection.config(id, region));
      connection.equip(id, region, fresh.middlewareStack, declared);
      connection.onClose(() => {
        fresh.destroy();
      });
      return [sdk, fresh];
    });
    byRegion.set(region, made);
    return made;
  };

  return {
    id,
    operation: (name, command, spec) => {
      if (!readOnly.test(name)) throw new Error(`${id}:${name} is not a read; srm-scan only reads`);
      declared.add(name);
      return {
        ...spec,
        service: id,
        name,
        send: async (connection, region, input, signal) => {
          const [sdk, made] = await connect(connection, region);
          const CommandOf = command(sdk);
          const sent = new CommandOf(input);
          sent.middlewareStack.add(onlyAs(id, name), { step: 'initialize', name: 'srmScanName' });
          const output = await made.send(sent, { abortSignal: signal });
          const { requestId, attempts } = output.$metadata;
          return { output, requestId, attempts: attempts ?? 1 };
        },
      };
    },
  };
}
