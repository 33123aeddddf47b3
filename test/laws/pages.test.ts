/**
 * How a list goes on is written in operations.ts as plain data. Here it is held against the SDK's own paginators: each is
 * run with a client that answers from memory, and shows which member of an answer it reads and which of the next request
 * it sets.
 */
import { describe, expect, it } from 'vitest';
import { allServices, type SomeOperation } from '../support/services.ts';

/** Lists that are asked for one page, and why that is all of them. */
const onePage: Readonly<Record<string, string>> = {
  'iam:ListAccountAliases':
    'an account has one alias at most: IAM user guide, "Your account alias"',
};

const services = await allServices();
const operations = services.flatMap(({ sdk, operations: all }) =>
  all.map((operation) => ({
    name: `${operation.service}:${operation.name}`,
    operation,
    sdk,
    paginator: paginatorOf(sdk, operation),
  })),
);

describe('an operation that the SDK pages has the same pages', () => {
  it.each(operations.filter(({ paginator }) => paginator !== undefined))(
    '$name',
    async ({ name, operation, sdk, paginator }) => {
      if (name in onePage) {
        expect(operation.pages).toBeUndefined();
        return;
      }
      const { answer, input } = await tokensOf(sdk, paginator ?? fail);
      expect(operation.pages, 'pages of the operation').toBeDefined();
      expect(operation.pages?.next({ [answer]: 'the next page' })).toBe('the next page');
      expect(operation.pages?.next({ [`${answer}Other`]: 'no token' })).toBeUndefined();
      expect(operation.pages?.turn({ Kept: 1 }, 'the next page')).toEqual({
        Kept: 1,
        [input]: 'the next page',
      });
    },
  );
});

it('no operation has pages of which the SDK knows nothing', () => {
  const alone = operations.filter(({ operation, paginator }) => operation.pages && !paginator);
  expect(alone.map(({ name }) => name)).toEqual([]);
});

it('the exceptions are operations that are sent, and that the SDK pages', () => {
  const paged = operations.flatMap(({ name, paginator }) => (paginator ? [name] : []));
  expect(Object.keys(onePage).filter((name) => !paged.includes(name))).toEqual([]);
});

type Paginate = (config: { client: unknown }, input: object) => AsyncIterator<unknown>;

function paginatorOf(sdk: object, { name }: SomeOperation): Paginate | undefined {
  const paginate: unknown = Reflect.get(sdk, `paginate${name}`);
  return isPaginate(paginate) ? paginate : undefined;
}

function isPaginate(value: unknown): value is Paginate {
  return typeof value === 'function';
}

const fail: Paginate = () => {
  throw new Error('there is no paginator');
};

/** The members that hold the token: in an answer, and in the input of the page after it. */
async function tokensOf(
  sdk: object,
  paginate: Paginate,
): Promise<{ readonly answer: string; readonly input: string }> {
  const inputs: object[] = [];
  const client = clientOf(sdk, (input) => {
    inputs.push(input);
  });
  const pages = paginate({ client }, {});
  await pages.next();
  await pages.next();
  const [input, token] = Object.entries(inputs[1] ?? {}).find(([, value]) => isToken(value)) ?? [];
  if (input === undefined) throw new Error('the paginator did not go on');
  return { input, answer: String(token).slice(prefix.length) };
}

const prefix = 'token in ';

function isToken(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith(prefix);
}

/** A client that sends nothing. Each member of its answers says its own name. */
function clientOf(sdk: object, onSend: (input: object) => void): unknown {
  const [, Client] =
    Object.entries(sdk).find(([name]) => name.endsWith('Client') && !name.startsWith('__')) ?? [];
  if (!isClientClass(Client)) throw new Error('the SDK exports no client');
  const client = new Client({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  client.middlewareStack.add(
    () =>
      ({ input }) => {
        onSend(input);
        return Promise.resolve({ response: {}, output: answerOfNames });
      },
    { step: 'initialize', priority: 'high' },
  );
  return client;
}

const answerOfNames = new Proxy(
  {},
  {
    get: (_, name) =>
      typeof name === 'string' && name !== 'then' && name !== '$metadata'
        ? `${prefix}${name}`
        : undefined,
  },
);

interface SomeClient {
  readonly middlewareStack: {
    add(
      middleware: () => (args: { readonly input: object }) => Promise<object>,
      options: { readonly step: string; readonly priority: string },
    ): void;
  };
}

function isClientClass(value: unknown): value is new (config: object) => SomeClient {
  return typeof value === 'function';
}
