/**
 * The table tests of checks as examples: each case is judged as its test judges it, so that what a page says of a rule is what
 * the rule does. The tests themselves do not run here; vitest is stood in for by functions that do nothing.
 */
import { readdirSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Outcome, Severity } from '../../src/judge/terms.ts';
import { root } from '../scaffold/files.ts';

/** One situation, and what is said of it. */
export interface Example {
  readonly name: string;
  /** Of the resource, as CloudFormation names it. */
  readonly type: string;
  readonly outcome: Outcome;
  readonly severity: Severity;
  readonly latent: boolean;
  readonly reasons: readonly string[];
  /** Values of parameters that the case sets. */
  readonly params: Readonly<Record<string, unknown>>;
}

const script = (text: string) => `data:text/javascript,${encodeURIComponent(text)}`;

/** Groups are entered, tests are passed over. */
const noVitest = script(`
  const skip = Object.assign(() => undefined, { each: () => () => undefined });
  export const describe = Object.assign((name, group) => group(), skip);
  export { skip as it, skip as test, skip as expect };
  export { skip as beforeAll, skip as beforeEach, skip as afterAll, skip as afterEach };
`);

const hook = script(`
  export const resolve = (name, context, next) => name === 'vitest'
    ? { url: ${JSON.stringify(noVitest)}, shortCircuit: true }
    : next(name, context);
`);

/** By id of the check, in the order of the tests. */
export async function readExamples(): Promise<ReadonlyMap<string, readonly Example[]>> {
  register(hook);
  const folder = join(root, 'test', 'checks');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((each) => each.endsWith('.test.ts')).toSorted()) {
    await import(pathToFileURL(join(folder, file)).href);
  }
  const { tables } = await import('../../test/support/check-tester.ts');
  return new Map([...tables].map(([id, cases]) => [id, cases.map((each) => each())]));
}
