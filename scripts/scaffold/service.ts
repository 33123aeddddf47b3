/** The files of a new service: what is special about it, its first operation, a first collector and its test. */
import { camel, kebab, pascal } from './files.ts';
import type { Tokens } from './sdk.ts';

export interface NewService {
  /** Its id, and the name of its folder. */
  readonly id: string;
  readonly package: string;
  /** As the SDK names it: `DynamoDBClient`. */
  readonly client: string;
  /** The first list that is read. */
  readonly operation: string;
  readonly items: string;
  readonly tokens: Tokens | undefined;
}

export function filesOf(service: NewService): Readonly<Record<string, string>> {
  const { id, operation } = service;
  const subject = kebab(operation.replace(/^(?:List|Describe)/, ''));
  return {
    [`src/collectors/${id}/service.ts`]: serviceFile(service),
    [`src/collectors/${id}/operations.ts`]: operationsFile(service),
    [`src/collectors/${id}/${subject}.ts`]: collectorFile(service, subject),
    [`test/collectors/${id}/${subject}.test.ts`]: testFile(service, subject),
  };
}

function serviceFile({ id, package: name, client }: NewService): string {
  const Sdk = `${client.replace(/Client$/, '')}Sdk`;
  return `import type * as ${Sdk} from '${name}';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful } from '../../aws/quota/rates.ts';

export const ${camel(id)}: Service<
  typeof ${Sdk},
  ${Sdk}.ServiceInputTypes,
  ${Sdk}.ServiceOutputTypes,
  ${Sdk}.${client}ResolvedConfig
> = defineService({
  id: '${id}',
  iamPrefix: '${id}',
  matrix: ['${id}'],
  scope: 'regional',
  rates: { usual: careful('Not documented.') },
  callsInFlight: 2,
  load: () => import('${name}'),
  client: (sdk, config) => new sdk.${client}(config),
});
`;
}

function operationsFile({ id, operation, tokens }: NewService): string {
  return `/** The operations of ${id} that are sent, each with its IAM action and what its answers mean. */
import { ${camel(id)} } from './service.ts';

export const ${operation} = ${camel(id)}.operation('${operation}', (sdk) => sdk.${operation}Command, {
  action: '${id}:${operation}',
${tokens ? `  pages: ${pagesOf(tokens)},\n` : ''}});
`;
}

function pagesOf({ answer, input }: Tokens): string {
  return answer === input ? `'${answer}'` : `{ answer: '${answer}', input: '${input}' }`;
}

function collectorFile({ id, operation, items }: NewService, subject: string): string {
  const path = `src/collectors/${id}/${subject}.ts`;
  const Item = pascal(subject).replace(/s$/, '');
  return `/** What ${operation} lists, with what checks need of each. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { ${operation} } from './operations.ts';

export interface ${Item} extends Resource {}

export const ${camel(subject)} = defineCollector({
  id: '${id}.${subject}',
  service: '${id}',
  scope: 'regional',
  calls: [${operation}],
  gather: (aws) =>
    aws.list(${operation}, {}, '${items}', (): ${Item} => {
      throw new Error('fill in ${path}: the resource that an item of ${items} is');
    }),
});
`;
}

function testFile(service: NewService, subject: string): string {
  const { id, package: name, client, operation, items, tokens } = service;
  const path = `test/collectors/${id}/${subject}.test.ts`;
  const nextDenied = tokens
    ? `

  it('keeps the pages that were read where the next one is denied', async () => {
    client
      .on(${operation}Command)
      .resolvesOnce(answer({ ${items}: [item()], ${tokens.answer}: 'next' }))
      .rejects(fault('AccessDeniedException'));
    const { value } = await gatherFrom(${camel(subject)});
    expect(value).toMatchObject({ items: [{ region: 'eu-west-1' }], gaps: [{ reason: 'denied' }] });
  });`
    : '';
  return `import { ${client}, ${operation}Command, type ${operation}CommandOutput } from '${name}';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { ${camel(subject)} } from '../../../src/collectors/${id}/${subject}.ts';
import { answer${tokens ? ', fault' : ''} } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(${client});

beforeEach(() => {
  client.reset();
});

/** An item as AWS answers it: the API reference of ${operation} has one. */
function item(): NonNullable<${operation}CommandOutput['${items}']>[number] {
  throw new Error('fill in ${path}: an item of ${items} as AWS answers it');
}

describe('${camel(subject)}', () => {
  it('is what AWS lists', async () => {
    client.on(${operation}Command).resolves(answer({ ${items}: [item()] }));
    const { value } = await gatherFrom(${camel(subject)});
    expect(value).toMatchObject({ items: [{ region: 'eu-west-1' }], gaps: [] });
  });${nextDenied}
});
`;
}
