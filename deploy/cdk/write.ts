/** Writes what the app synthesises into deploy/, or into the folder that is named: part of `npm run generate`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';

const [folder = fileURLToPath(new URL('..', import.meta.url))] = process.argv.slice(2);
for (const { stackName, template } of createApp().synth().stacks) {
  writeFileSync(join(folder, `${stackName}.json`), `${JSON.stringify(template, null, 2)}\n`);
}
