/** What tables of inputs are tested by is what a user starts: the same exit code, and the same text on both streams. */
import { expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { runWarm } from '../support/warm-cli.ts';

it.each([
  ['a report', ['--demo', '--check', 's3-bucket-not-public', '--format', 'json', '--output', '-']],
  ['a mistake', ['evalaute']],
  ['nothing wrong', ['checks', '--check', 's3-bucket-not-public']],
])('a process that is kept says of %s what a process of its own says', async (_, args) => {
  const own = await runCli(args);
  // The second time nothing of the first is left.
  expect([await runWarm(args), await runWarm(args)]).toEqual([own, own]);
});
