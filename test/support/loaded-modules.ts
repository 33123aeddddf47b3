/** What a run of the bundled command line loads, told from the files that Node loads. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCli, type RunOptions } from './run-cli.ts';

const tracer = fileURLToPath(new URL('trace-imports.mjs', import.meta.url));

export interface Loaded {
  /** Packages whose code was loaded, by name. */
  readonly packages: readonly string[];
  /** Our own modules, by path. */
  readonly ours: readonly string[];
}

/** Runs the command line; `folder` is for the trace. The bundler marks each module's code with a comment of its path. */
export async function loadedBy(
  args: readonly string[],
  folder: string,
  env: RunOptions['env'] = {},
): Promise<Loaded> {
  const trace = join(folder, 'trace');
  await runCli(args, {
    cwd: folder,
    env: { ...env, TRACE_IMPORTS: trace },
    node: ['--import', tracer],
  });
  const files = new Set(
    readFileSync(trace, 'utf8')
      .split('\n')
      .filter((url) => url.startsWith('file:') && url.includes('/dist/')),
  );
  const modules = [...files].flatMap((url) =>
    [...readFileSync(fileURLToPath(url), 'utf8').matchAll(/^ *\/\/ (\S+\.[cm]?[jt]s)$/gm)].map(
      ([, path = '']) => path,
    ),
  );
  const packages = modules.flatMap(
    (path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
  );
  const ours = modules.filter((path) => /^(src|checks|reports)\//.test(path));
  return {
    packages: [...new Set(packages)].toSorted(),
    ours: [...new Set(ours)].toSorted(),
  };
}
