/**
 * `npm run new <check-id> [-- --shape list|setting|account] [--of <service>/<file>#<collector>]`: writes a check, the
 * collector that it rests on, and a test that fails until all three are filled in.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findResponsibility, layers, services } from '../src/responsibilities/index.ts';
import { shapes } from './scaffold/check-shapes.ts';
import { refuse, root, writeNew } from './scaffold/files.ts';

const usage = `usage: npm run new <check-id> -- [--shape list|setting|account] [--of <service>/<file>#<collector>]

  <check-id>        <service>-<subject>, lower case: s3-bucket-access-logging
  --shape list      each item of a list is judged by what the list tells of it (the usual one)
  --shape setting   one call for each resource tells the setting that is judged
  --shape account   a setting of the whole account, or of it in each Region
  --of              the collector of the resources that a setting belongs to: s3/buckets#buckets`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { shape: { type: 'string', default: 'list' }, of: { type: 'string' } },
});
const [, service, subject] =
  /^([a-z0-9]+)-([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(positionals[0] ?? '') ?? [];
const shape = Object.entries(shapes).find(([name]) => name === values.shape)?.[1];
// More words than one: npm kept the options for itself, since the -- before them is missing.
if (service === undefined || subject === undefined || !shape || positionals.length > 1) {
  refuse(usage);
}

const responsibility = layers
  .map((layer) => findResponsibility(`${service}.${layer.id}`))
  .find((row) => row?.owner === 'customer' || row?.owner === 'shared');
if (!responsibility) {
  refuse(`the matrix has no service ${service}; it has ${services.map(({ id }) => id).join(', ')}`);
}

writeNew(
  shape({
    id: `${service}-${subject}`,
    service,
    subject,
    responsibility: responsibility.id,
    of: values.of === undefined ? undefined : collectorOf(values.of),
  }),
);
const hasFolder = existsSync(join(root, 'src', 'collectors', service, 'service.ts'));
process.stdout.write(`
${hasFolder ? '' : `There is no src/collectors/${service}/service.ts yet: npm run new-service ${service}\n`}Then:
  - declare the operation in src/collectors/${service}/operations.ts, unless it is there already, and fill in the collector
  - fill in the check: title, severity, responsibility, controls, why, fix, link, reasons
  - fill in the test: what AWS answers where it passes, fails and may not be read
  - npm run generate, and plant a pass and a fail in the sample account
CONTRIBUTING.md shows a whole one.
`);

function collectorOf(text: string): { readonly file: string; readonly name: string } {
  const [, path, name] = /^([\w/-]+)#(\w+)$/.exec(text) ?? [];
  if (path === undefined || name === undefined) refuse(usage);
  const file = `src/collectors/${path}.ts`;
  if (!existsSync(join(root, file))) refuse(`there is no ${file}`);
  return { file, name };
}
