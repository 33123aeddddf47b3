/** commander in the bundle. */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const required = "const childProcess = require('node:child_process');";

/**
 * commander loads child_process for commands that are programs of their own. We have none, and loading it takes a
 * twentieth of what `--version` takes: it is loaded where commander would use it.
 */
export const childProcessWhenUsed: Plugin = {
  name: 'child-process-when-used',
  setup(build) {
    build.onLoad({ filter: /[/\\]commander[/\\]lib[/\\]command\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      if (!code.includes(required)) throw new Error(`${path} has no line "${required}"`);
      return {
        contents: code
          .replace(required, '')
          .replaceAll('childProcess.', "require('node:child_process')."),
      };
    });
  },
};
