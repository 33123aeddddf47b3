/**
 * `npm run new-service <name> [-- --sdk @aws-sdk/client-<name>] [--operation ListThings]`: writes the folder of a service
 * with its first operation, a first collector, and a test that fails until the collector is filled in.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { services } from '../src/responsibilities/index.ts';
import { refuse, root, writeNew } from './scaffold/files.ts';
import { clientName, listedMember, pagedReads, paginatorOf, tokensOf } from './scaffold/sdk.ts';
import { filesOf } from './scaffold/service.ts';

// Said by every client of the SDK; here it would only be noise.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

const usage = `usage: npm run new-service <name> -- [--sdk <package>] [--operation <list operation>]

  <name>        the service of the responsibility matrix, and the name of the folder: dynamodb
  --sdk         the package of its client, @aws-sdk/client-<name> by default
  --operation   the first list that is read; without it the first that the SDK pages`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { sdk: { type: 'string' }, operation: { type: 'string' } },
});
const [id = ''] = positionals;
// More words than one: npm kept the options for itself, since the -- before them is missing.
if (!/^[a-z][a-z0-9-]*$/.test(id) || positionals.length > 1) refuse(usage);
if (!services.some((service) => service.id === id)) {
  refuse(`the matrix has no service ${id}; it has ${services.map((each) => each.id).join(', ')}`);
}
const name = values.sdk ?? `@aws-sdk/client-${id}`;
const added = addDependency(name);
const sdk = await load(name);
const operation = values.operation ?? pagedReads(sdk)[0];
if (operation === undefined) refuse(`${name} pages no list; name one with --operation`);
const items = listedMember(sdk, operation);
if (items === undefined) refuse(`${name} has no ${operation} whose answer has a list`);
const paginator = paginatorOf(sdk, operation);

writeNew(
  filesOf({
    id,
    package: name,
    client: clientName(sdk),
    operation,
    items,
    tokens: paginator && (await tokensOf(sdk, paginator)),
  }),
);
process.stdout
  .write(`${added ? 'package.json: a line for the client; npm install brings it in\n' : ''}
Then:
  - service.ts: the request rates with the page that says so, the IAM prefix, global or regional, the ids of the matrix
  - operations.ts: the IAM action is not always named as the operation is (Service Authorization Reference)
  - the collector and its test: fill in both
  - emulator/ must answer the operation, and sample/ hold an answer
  - npm run new ${id}-<subject>: a first check
`);

/** The version of the other clients, so that one SDK is loaded. */
function addDependency(client: string): boolean {
  const path = join(root, 'package.json');
  const text = readFileSync(path, 'utf8');
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(text));
  if (client in dependencies) return false;
  const before = Object.keys(dependencies).find((each) => each > client) ?? '';
  const line = `"${client}": "${dependencies['@aws-sdk/client-sts'] ?? 'latest'}",\n    `;
  const at = text.indexOf(`"${before}":`, text.indexOf('"dependencies"'));
  writeFileSync(path, text.slice(0, at) + line + text.slice(at));
  return true;
}

async function load(client: string): Promise<object> {
  try {
    const module: object = await import(client);
    return module;
  } catch {
    return refuse(`${client} is not installed: npm install, then the same again`);
  }
}
