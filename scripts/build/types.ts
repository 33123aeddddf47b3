/**
 * `npm run build`, after the compiler: of the declarations only those that the doors of the package lead to stay, and these
 * may name no package but the few that it depends on.
 */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'dist');
const manifest = z
  .object({
    exports: z.record(z.string(), z.union([z.string(), z.object({ types: z.string() })])),
    dependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));

const doors = Object.values(manifest.exports).flatMap((door) =>
  typeof door === 'string' ? [] : [join(root, door.types)],
);
const reached = await declarationsFrom(doors);
const all = await readdir(dist, { recursive: true });
await Promise.all(
  all
    .filter((name) => name.endsWith('.d.ts') && !reached.has(join(dist, name)))
    .map((name) => rm(join(dist, name))),
);

/** The files, and all that they import. Throws where one imports a package that a user would not have. */
async function declarationsFrom(files: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const open = [...files];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    for (const name of importsOf(await readFile(file, 'utf8'))) {
      if (name.startsWith('.')) open.push(join(file, '..', name.replace(/\.ts$/, '.d.ts')));
      else if (!name.startsWith('node:') && !(name in manifest.dependencies)) {
        const where = relative(dist, file);
        throw new Error(
          `${where} needs types of ${name}, which package.json has not among its dependencies: write down what is needed of them`,
        );
      }
    }
  }
  return found;
}

/** What the compiler writes: whole lines that end in `from '…';`, and `import("…")` within a type. */
function importsOf(declarations: string): readonly string[] {
  const lines = declarations.matchAll(/^(?:import|export)\b[^;]*? from '([^']+)';$/gm);
  const types = declarations.matchAll(/\bimport\("([^"]+)"\)/g);
  return [...lines, ...types].flatMap(([, name]) => (name === undefined ? [] : [name]));
}
