/** What may import what is held by lint rules (scripts/layers.ts). Here one violation of each is planted and must be refused. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { layerRules, layers, packageKinds, tools } from '../../scripts/layers.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lintFiles = ['.oxlintrc.json', 'layers.oxlintrc.json', 'scripts/lint/started-promises.mjs'];
const Linted = z.object({
  diagnostics: z.array(z.object({ code: z.string().optional(), filename: z.string() })),
});

interface Plant {
  readonly file: string;
  readonly imports: string;
  readonly isAllowed: boolean;
}

/** One file for each pair of folders, and for each folder and kind of package. */
function plants(): readonly Plant[] {
  return layers.flatMap((layer, number) => {
    const others = [...layers.map(({ folder }) => folder), ...tools].filter(
      (folder) => folder !== layer.folder && folder !== 'src',
    );
    const into = others.map((folder): Omit<Plant, 'file'> => {
      const partly = layer.mayImport.find((each) => each.startsWith(`${folder}/`));
      // Of a folder of which one file is allowed, the others are not.
      const isAllowed = partly === undefined && layer.mayImport.includes(folder);
      return { imports: pathTo(layer.folder, `${folder}/planted-target.ts`), isAllowed };
    });
    const single = layer.mayImport
      .filter((each) => each.endsWith('.ts'))
      .map((each) => ({ imports: pathTo(layer.folder, each), isAllowed: true }));
    const packages = packageKinds.map((kind) => ({
      imports: kind
        .replace('/**', '/core')
        .replace('client-*', 'client-ec2')
        .replace('node:*', 'node:fs'),
      isAllowed: layer.packages.includes(kind),
    }));
    return [...into, ...single, ...packages].map((plant, place) => ({
      ...plant,
      file: `${layer.folder}/planted-${number}-${place}.ts`,
    }));
  });
}

function pathTo(folder: string, target: string): string {
  const path = relative(folder, target);
  return path.startsWith('.') ? path : `./${path}`;
}

let folder = '';
const refused = new Set<string>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'srm-scan-layers-'));
  for (const name of lintFiles) cpSync(join(root, name), join(folder, name));
  for (const { file, imports } of plants()) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `export * from '${imports}';\n`);
  }
  const lint = join(root, 'node_modules', '.bin', 'oxlint');
  const { stdout } = spawnSync(lint, ['--format', 'json'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  for (const { code, filename } of Linted.parse(JSON.parse(stdout)).diagnostics) {
    if (code?.includes('no-restricted-imports'))
      refused.add(relative(folder, join(folder, filename)));
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(layers.map((layer) => [layer.folder, layer] as const))('%s', (name) => {
  const own = plants().filter(({ file }) => dirname(file) === name);

  it('refuses every import that it does not list', () => {
    const slipped = own.filter(({ file, isAllowed }) => !isAllowed && !refused.has(file));
    expect(slipped.map(({ imports }) => imports)).toEqual([]);
  });

  it('takes every import that it lists', () => {
    const taken = own.filter(({ file, isAllowed }) => isAllowed && refused.has(file));
    expect(taken.map(({ imports }) => imports)).toEqual([]);
  });
});

describe('the layers', () => {
  it('are those of the lint configuration', () => {
    const written: unknown = JSON.parse(readFileSync(join(root, 'layers.oxlintrc.json'), 'utf8'));
    expect(written).toEqual(layerRules());
  });

  it('name every folder of src', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `src/${entry.name}`);
    expect(folders.toSorted()).toEqual(
      layers
        .filter(({ folder: path, flat }) => path.startsWith('src/') && !flat)
        .map(({ folder: path }) => path)
        .toSorted(),
    );
  });

  it('leave nothing but the three doors, and what starts the command line, loose in src', () => {
    const files = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.map(({ name }) => name).toSorted()).toEqual([
      'cli.ts',
      'index.ts',
      'lambda.ts',
      'start.ts',
    ]);
  });

  it('know circles of types as circles', () => {
    const circle = mkdtempSync(join(tmpdir(), 'srm-scan-circle-'));
    try {
      for (const name of lintFiles) cpSync(join(root, name), join(circle, name));
      writeFileSync(
        join(circle, 'a.ts'),
        "import type { B } from './b.ts';\nexport type A = B | 1;\n",
      );
      writeFileSync(
        join(circle, 'b.ts'),
        "import type { A } from './a.ts';\nexport type B = A | 2;\n",
      );
      const lint = join(root, 'node_modules', '.bin', 'oxlint');
      const { stdout } = spawnSync(lint, ['--format', 'json'], { cwd: circle, encoding: 'utf8' });
      const codes = Linted.parse(JSON.parse(stdout)).diagnostics.map(({ code }) => code);
      expect(codes).toContain('import(no-cycle)');
    } finally {
      rmSync(circle, { recursive: true, force: true });
    }
  });
});
