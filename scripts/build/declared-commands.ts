/**
 * What of the AWS SDK goes into a bundle: of each client the commands that the operations of its service name, and of
 * their schemas what those commands reach. `import()` of a whole package would take all of it.
 */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Plugin, transform } from 'esbuild';

/**
 * A service loads its client by `load: () => import('@aws-sdk/client-…')`. The bundler reads `export { … } from` that
 * client instead, with the names that the service and its operations use.
 */
export const declaredCommandsOnly: Plugin = {
  name: 'declared-commands-only',
  setup(build) {
    build.onResolve({ filter: /^@aws-sdk\/client-/ }, ({ kind, importer, path }) => {
      if (kind !== 'dynamic-import') return undefined;
      return { path, namespace: 'declared-commands', pluginData: dirname(importer) };
    });
    build.onLoad({ filter: /.*/, namespace: 'declared-commands' }, async (args) => {
      const folder = String(args.pluginData);
      const names = await namesUsed(folder);
      return {
        contents: `export { ${names.join(', ')} } from ${JSON.stringify(args.path)};\n`,
        resolveDir: folder,
      };
    });
  },
};

/**
 * Every `sdk.Name` in a service's folder. What this cannot read would be missing from the bundle, so it is refused: an
 * operation whose command is not written `(sdk) => sdk.Name`, and any other use of `sdk`. A name that the client does
 * not have is refused by esbuild.
 */
async function namesUsed(folder: string): Promise<readonly string[]> {
  const names = new Set<string>();
  for (const file of await readdir(folder)) {
    const path = join(folder, file);
    // Plain JavaScript without comments or types.
    const { code } = await transform(await readFile(path, 'utf8'), { loader: 'ts' });
    const operations = code.match(/\.operation\(/g) ?? [];
    const commands = code.match(/\(sdk\) => sdk\.\w+/g) ?? [];
    const rest = code.replaceAll(/\bsdk\.\w+|\(sdk(, \w+)*\) =>|@aws-sdk\b/g, '');
    if (operations.length !== commands.length || /\bsdk\b/.test(rest)) {
      throw new Error(
        `${path}: name a command as "(sdk) => sdk.<Name>", for the bundle to hold it`,
      );
    }
    for (const [, name = ''] of code.matchAll(/\bsdk\.(\w+)/g)) names.add(name);
  }
  return [...names].toSorted();
}

/**
 * The SDK writes a schema as `{ [_eQN]: "Name" }` with `const _eQN = "ec2QueryName"`. A computed key may have an effect,
 * so esbuild keeps every schema of the client, used or not; with the plain key it keeps those that are used.
 */
export const plainSchemaKeys: Plugin = {
  name: 'plain-schema-keys',
  setup(build) {
    build.onLoad({ filter: /[/\\]schemas[/\\]schemas_\d+\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const words = new Map<string, string>();
      for (const [, name = '', word = ''] of code.matchAll(/^const (_\w+) = ("[^"\\]*");$/gm)) {
        words.set(name, word);
      }
      return {
        contents: code.replaceAll(/\[(_\w+)\]:/g, (key, name: string) => {
          const word = words.get(name);
          return word === undefined ? key : `${word}:`;
        }),
      };
    });
  },
};
