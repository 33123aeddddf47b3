/** What can be taken from a client of the SDK: its class, its paginators, and the members of an answer. */
import { NormalizedSchema } from '@smithy/core/schema';

export type Paginate = (config: { client: unknown }, input: object) => AsyncIterator<unknown>;

/** The paginator of an operation; undefined where the SDK has none. */
export function paginatorOf(sdk: object, operation: string): Paginate | undefined {
  const paginate: unknown = Reflect.get(sdk, `paginate${operation}`);
  return isPaginate(paginate) ? paginate : undefined;
}

/** Names of the operations that the SDK pages and that only read. */
export function pagedReads(sdk: object): readonly string[] {
  const names = Object.keys(sdk).flatMap(
    (name) => /^paginate((?:List|Describe)\w+)$/.exec(name)?.[1] ?? [],
  );
  return names.toSorted();
}

/** The name of the client's class: `DynamoDBClient`. */
export function clientName(sdk: object): string {
  const name = Object.keys(sdk).find((each) => each.endsWith('Client') && !each.startsWith('__'));
  if (name === undefined) throw new Error('the package exports no client');
  return name;
}

/** The first member of an operation's answer that is a list: what the operation lists. */
export function listedMember(sdk: object, operation: string): string | undefined {
  const schema: unknown = Reflect.get(sdk, `${operation}$`);
  // The sixth entry of an operation's schema is that of its answer.
  if (!Array.isArray(schema)) return undefined;
  const answer = NormalizedSchema.of(schema[5]);
  return [...answer.structIterator()].find(([, member]) => member.isListSchema())?.[0];
}

/** The members that hold the token of the next page. */
export interface Tokens {
  readonly answer: string;
  readonly input: string;
}

const prefix = 'token in ';

/**
 * Runs a paginator with a client that sends nothing and whose answers say in each member what it is called, to see which
 * of them it reads and which member of the next request it sets.
 */
export async function tokensOf(sdk: object, paginate: Paginate): Promise<Tokens> {
  const inputs: object[] = [];
  const client = silentClient(sdk, (input) => {
    inputs.push(input);
  });
  const pages = paginate({ client }, {});
  await pages.next();
  await pages.next();
  const isToken = (value: unknown) => typeof value === 'string' && value.startsWith(prefix);
  const [input, token] = Object.entries(inputs[1] ?? {}).find(([, value]) => isToken(value)) ?? [];
  if (input === undefined) throw new Error('the paginator did not go on');
  return { input, answer: String(token).slice(prefix.length) };
}

function silentClient(sdk: object, onSend: (input: object) => void): unknown {
  const Client: unknown = Reflect.get(sdk, clientName(sdk));
  if (!isClientClass(Client)) throw new Error('the client of the package is no class');
  const client = new Client({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  client.middlewareStack.add(
    () =>
      ({ input }) => {
        onSend(input);
        return Promise.resolve({ response: {}, output: answerOfNames() });
      },
    { step: 'initialize', priority: 'high' },
  );
  return client;
}

/** CloudFront wraps its lists in a member that is called a list itself. */
function answerOfNames(within = ''): object {
  return new Proxy(
    {},
    {
      get: (_, name) => {
        if (typeof name !== 'string' || name === 'then' || name === '$metadata') return undefined;
        const path = `${within}${name}`;
        return name.endsWith('List') ? answerOfNames(`${path}.`) : `${prefix}${path}`;
      },
    },
  );
}

interface SilentClient {
  readonly middlewareStack: {
    add(
      middleware: () => (args: { readonly input: object }) => Promise<object>,
      options: { readonly step: string; readonly priority: string },
    ): void;
  };
}

function isPaginate(value: unknown): value is Paginate {
  return typeof value === 'function';
}

function isClientClass(value: unknown): value is new (config: object) => SilentClient {
  return typeof value === 'function';
}
