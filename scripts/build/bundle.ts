/**
 * Bundles what is run: the command line and the library to dist/bin/, and the Lambda handler to dist/lambda/ and
 * dist/lambda.zip. Each is split, so that a command loads its own code alone and a scan the clients of the services that it
 * asks. Nothing is minified: whoever doubts the program can read it, and a stack names its functions.
 */
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { childProcessWhenUsed } from './commander.ts';
import { declaredCommandsOnly, plainSchemaKeys } from './declared-commands.ts';
import { noticesOf } from './notices.ts';
import { rulesModule, withRules } from './rules.ts';
import { zip } from './zip.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'dist');
const rules = withRules(await rulesModule(root));

/**
 * commander and hpagent are CommonJS; their `require('node:events')` has no meaning in a module. Without `import.meta`, so
 * that users may bundle the handler once more, into CommonJS too.
 */
const requireForCommonJs = 'const require = (name) => process.getBuiltinModule(name);';

type Output = Pick<BuildOptions, 'entryPoints' | 'external' | 'outExtension'>;

await Promise.all([
  bundle('bin', {
    // What checks of users import is a part of the program, so that both share one of everything; and the package needs
    // no other, so that `npx srm-scan` fetches one file.
    entryPoints: {
      'srm-scan': 'src/start.ts',
      library: 'src/index.ts',
      collectors: 'src/collectors/index.ts',
      testing: 'src/testing/index.ts',
      lambda: 'src/lambda.ts',
    },
    external: ['vitest'],
  }).then(() => chmod(join(dist, 'bin', 'srm-scan.js'), 0o755)),
  bundle('lambda', {
    entryPoints: { index: 'src/lambda.ts' },
    // A zip has no package.json to say that its files are modules.
    outExtension: { '.js': '.mjs' },
  }).then(archive),
]);

async function bundle(name: string, options: Output): Promise<void> {
  const outdir = join(dist, name);
  const { metafile } = await build({
    absWorkingDir: root,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    charset: 'utf8',
    // The SDK's modules, which can be shaken; its CommonJS breaks under a dynamic import.
    mainFields: ['module', 'main'],
    chunkNames: '[name]-[hash]',
    // Their texts are in the notices.
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    banner: { js: requireForCommonJs },
    plugins: [childProcessWhenUsed, declaredCommandsOnly, plainSchemaKeys, rules],
    ...options,
  });
  await writeFile(join(outdir, 'THIRD-PARTY-NOTICES.txt'), await noticesOf(metafile, root));
}

/** What Lambda is given: `index.handler`. */
async function archive(): Promise<void> {
  const folder = join(dist, 'lambda');
  await writeFile(join(folder, 'LICENSE'), await readFile(join(root, 'LICENSE')));
  const names = await readdir(folder);
  const entries = await Promise.all(
    names.map(async (name) => ({ name, content: await readFile(join(folder, name)) })),
  );
  await writeFile(join(dist, 'lambda.zip'), zip(entries));
}
