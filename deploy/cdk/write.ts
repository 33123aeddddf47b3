/** Writes what the app synthesises into deploy/: part of `npm run generate`. */
import { writeFileSync } from 'node:fs';
import { createApp } from './app.ts';

for (const { stackName, template } of createApp().synth().stacks) {
  const file = new URL(`../${stackName}.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(template, null, 2)}\n`);
}
