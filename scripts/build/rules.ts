/**
 * Hashes of the rules, for the manifests of runs (src/run/manifest/rules.ts). What a module says is taken without its types,
 * comments and blanks, so that only a change of the code is a change of the rules.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Metafile, type Plugin, transform } from 'esbuild';
import type { RuleHashes } from '../../src/run/manifest/rules.built.ts';

/** What judges whatever the check is: everything that these import is the engine. */
const engineRoots = [
  'src/run/request.ts',
  'src/run/scan.ts',
  'src/judge/define-check.ts',
  'src/collect/collector.ts',
  'src/aws/evidence/read.ts',
];
const checksRoot = 'checks/index.ts';

/** The module that takes the place of src/run/manifest/rules.built.ts. @param root folder of the project */
export async function rulesModule(root: string): Promise<string> {
  return `export const builtRules = ${JSON.stringify(await ruleHashes(root))};\n`;
}

/** Puts it there in a bundle. */
export function withRules(contents: string): Plugin {
  return {
    name: 'rule-hashes',
    setup(bundling) {
      bundling.onLoad({ filter: /[/\\]run[/\\]manifest[/\\]rules\.built\.ts$/ }, () => ({
        contents,
      }));
    },
  };
}

async function ruleHashes(root: string): Promise<RuleHashes> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...engineRoots, checksRoot],
    bundle: true,
    write: false,
    outdir: 'nowhere',
    format: 'esm',
    platform: 'node',
    packages: 'external',
    metafile: true,
    logLevel: 'warning',
  });
  const { inputs } = metafile;
  const engine = closureOf(inputs, engineRoots, new Set());
  const contents = new Map<string, string>();
  for (const path of Object.keys(inputs)) contents.set(path, await hashOf(join(root, path)));
  const together = (paths: ReadonlySet<string>) =>
    sha256(JSON.stringify([...paths].toSorted().map((path) => [path, contents.get(path)])));
  const checks = Object.keys(inputs)
    .filter((path) => path.startsWith('checks/') && path !== checksRoot)
    .flatMap((path) => {
      const [, service, subject] = /^checks\/([^/]+)\/([^/]+)\.ts$/.exec(path) ?? [];
      if (service === undefined || subject === undefined) return [];
      return [[`${service}-${subject}`, together(closureOf(inputs, [path], engine))] as const];
    });
  return {
    engine: together(engine),
    checks: Object.fromEntries(checks.toSorted(([one], [other]) => (one < other ? -1 : 1))),
  };
}

/** The modules and all that they import, but nothing of `outside`. */
function closureOf(
  inputs: Metafile['inputs'],
  roots: readonly string[],
  outside: ReadonlySet<string>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...roots];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const module = inputs[path];
    if (!module || found.has(path) || outside.has(path)) continue;
    found.add(path);
    open.push(...module.imports.filter(({ external }) => !external).map((each) => each.path));
  }
  return found;
}

async function hashOf(path: string): Promise<string> {
  const { code } = await transform(await readFile(path, 'utf8'), {
    loader: 'ts',
    minifyWhitespace: true,
    legalComments: 'none',
    charset: 'utf8',
  });
  return sha256(code);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
