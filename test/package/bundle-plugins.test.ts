/** What the bundler makes of a service's folder. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { declaredCommandsOnly, plainSchemaKeys } from '../../scripts/build/declared-commands.ts';
import { noticesOf } from '../../scripts/build/notices.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'srm-scan-bundle-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Writes the files, by path. */
async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

const client = {
  'node_modules/@aws-sdk/client-toy/package.json': JSON.stringify({
    name: '@aws-sdk/client-toy',
    version: '1.0.0',
    license: 'Apache-2.0',
    module: './index.js',
    sideEffects: false,
  }),
  'node_modules/@aws-sdk/client-toy/index.js': `
    import { Toy$, Unused$ } from './schemas/schemas_0.js';
    export class ToyClient {}
    export class ListToysCommand { schema = Toy$; }
    export class DeleteToyCommand { schema = Unused$; }`,
  'node_modules/@aws-sdk/client-toy/schemas/schemas_0.js': `
const _n = "xmlName";
export var Toy$ = [0, { [_n]: "a toy" }];
export var Unused$ = [0, { [_n]: "an unused thing" }];
`,
  'toy/service.ts': `
    import type * as ToySdk from '@aws-sdk/client-toy';
    export const toy = {
      load: () => import('@aws-sdk/client-toy'),
      client: (sdk: typeof ToySdk, config: object) => new sdk.ToyClient(config),
      operation: (...args: unknown[]) => args,
    };`,
};

/** All code of the bundle. */
async function bundled(operations: string): Promise<string> {
  await write({
    ...client,
    'toy/operations.ts': `import { toy } from './service.ts';\n${operations}`,
  });
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: ['toy/operations.ts'],
    outdir: 'out',
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
    plugins: [declaredCommandsOnly, plainSchemaKeys],
  });
  return outputFiles.map((file) => file.text).join('\n');
}

describe('a bundle', () => {
  it('holds the client and the commands of its operations, and no other command', async () => {
    const code = await bundled(
      "export const ListToys = toy.operation('ListToys', (sdk) => sdk.ListToysCommand, {});",
    );
    expect(code).toContain('ToyClient = class');
    expect(code).toContain('ListToysCommand = class');
    expect(code).not.toContain('DeleteToyCommand');
  });

  it('holds the schemas of those commands alone, as they are written', async () => {
    const code = await bundled(
      "export const ListToys = toy.operation('ListToys', (sdk) => sdk.ListToysCommand, {});",
    );
    expect(code.replaceAll(/\s+/g, ' ')).toContain('[0, { "xmlName": "a toy" }]');
    expect(code).not.toContain('an unused thing');
  });

  it.each([
    ['another parameter', '(toys) => toys.ListToysCommand'],
    ['a parameter in parts', '({ ListToysCommand }) => ListToysCommand'],
    ['a name made up', "(sdk) => sdk['List' + 'ToysCommand']"],
    ['the whole client handed on', '(sdk) => pick(sdk)'],
    ['a command that the client does not have', '(sdk) => sdk.ListTysCommand'],
  ])('is refused where the command of an operation is %s', async (_, command) => {
    const operation = `export const ListToys = toy.operation('ListToys', ${command}, {});`;
    await expect(bundled(operation)).rejects.toThrow(/sdk\.<Name>|No matching export/);
  });
});

describe('the notices of a bundle', () => {
  const metafile = {
    inputs: {},
    outputs: {
      'out.js': {
        bytes: 1,
        inputs: {
          'src/ours.ts': { bytesInOutput: 1 },
          'node_modules/dep/index.js': { bytesInOutput: 1 },
          'node_modules/shaken/index.js': { bytesInOutput: 0 },
        },
        imports: [],
        exports: [],
      },
    },
  };
  const dep = (license: unknown) => ({
    LICENSE: 'the Apache text',
    'node_modules/dep/package.json': JSON.stringify({ name: 'dep', version: '1.2.3', license }),
  });

  it('give each package with its licence, its text and its notice', async () => {
    await write({
      ...dep('MIT'),
      'node_modules/dep/license': 'Copyright Ann',
      'node_modules/dep/NOTICE.md': 'Built by Ann',
    });
    const text = await noticesOf(metafile, folder);
    expect(text).toContain('dep 1.2.3 (MIT)\n');
    expect(text).toContain('Copyright Ann');
    expect(text).toContain('Built by Ann');
    expect(text).not.toContain('shaken');
  });

  it('take the text of Apache-2.0 from ours, for it names nobody', async () => {
    await write(dep('Apache-2.0'));
    expect(await noticesOf(metafile, folder)).toContain('the Apache text');
  });

  it.each(['GPL-3.0-only', 'AGPL-3.0', '(MIT OR GPL-2.0)', 'UNLICENSED', undefined])(
    'end the build at the licence %s',
    async (license) => {
      await write({ ...dep(license), 'node_modules/dep/LICENSE': 'text' });
      await expect(noticesOf(metafile, folder)).rejects.toThrow('dep 1.2.3: "');
    },
  );

  it('end the build where the text of a licence is missing', async () => {
    await write(dep('MIT'));
    await expect(noticesOf(metafile, folder)).rejects.toThrow('no file with its licence');
  });
});
