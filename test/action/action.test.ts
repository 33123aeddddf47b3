/** action.yml: that it is what GitHub takes, that nothing in it can be injected, and that each script is given what it reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(fileURLToPath(new URL(path, root)), 'utf8');

const Text = z.string();
const Env = z.record(z.string(), Text).default({});
const Run = z.strictObject({
  name: Text,
  id: Text.optional(),
  if: Text.optional(),
  shell: z.literal('bash'),
  env: Env,
  run: Text,
});
const Uses = z.strictObject({
  if: Text.optional(),
  uses: Text,
  with: z.record(z.string(), z.union([Text, z.boolean()])),
});
const Action = z.strictObject({
  name: Text,
  description: Text,
  branding: z.strictObject({ icon: z.literal('shield'), color: z.literal('blue') }),
  inputs: z.record(Text, z.strictObject({ description: Text, default: Text })),
  outputs: z.record(Text, z.strictObject({ description: Text, value: Text })),
  runs: z.strictObject({ using: z.literal('composite'), steps: z.array(z.union([Run, Uses])) }),
});

const text = read('action.yml');
const { inputs, outputs, runs } = Action.parse(parse(text));
const scripts = runs.steps.filter((step) => 'run' in step);
const page = read('docs/ci.md');

it('names no value in the text of a script: inputs are variables of its environment', () => {
  expect(scripts.length).toBeGreaterThan(4);
  for (const { run } of scripts) {
    expect(run).not.toContain('${{');
    expect(run).toMatch(/^node "\$GITHUB_ACTION_PATH\/action\/[a-z]+\.ts"$|^exit "\$EXIT_CODE"$/);
  }
});

it('pins each action to a commit, with its version beside it', () => {
  const used = [...text.matchAll(/^ +(?:- )?uses: (.*)$/gm)].map(([, what]) => what);
  expect(used).toHaveLength(runs.steps.length - scripts.length);
  for (const what of used)
    expect(what).toMatch(/^[\w-]+(\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

it('uses every input, and no other', () => {
  const named = [...text.matchAll(/\binputs\.([a-z-]+)/g)].map(([, name = '']) => name);
  expect([...new Set(named)].toSorted()).toEqual(Object.keys(inputs).toSorted());
});

it('has each input and output on the page', () => {
  for (const name of [...Object.keys(inputs), ...Object.keys(outputs)])
    expect(page, name).toContain(`\`${name}\``);
});

describe('each script', () => {
  const shared = read('action/github.ts');
  const given = new Map(
    scripts.flatMap(({ run, env }) => {
      const name = /action\/(\w+\.ts)/.exec(run)?.[1];
      return name === undefined ? [] : [[name, env] as const];
    }),
  );

  it('is run by a step', () => {
    const others = ['github.ts', 'runner.ts'];
    const files = readdirSync(fileURLToPath(new URL('action', root)));
    expect([...given.keys(), ...others].toSorted()).toEqual(files.toSorted());
  });

  it.each([...given])('%s is given the inputs that it reads, and no others', (name, env) => {
    const code = read(`action/${name}`);
    const reads = (source: string) =>
      [...source.matchAll(/\b(?:input|flag|list)\('([a-z-]+)'/g)].map(([, each = '']) => each);
    const all = [...reads(code), ...(/\bcall\(/.test(code) ? reads(shared) : [])];
    const wanted = all.map((each) => `INPUT_${each.replaceAll('-', '_').toUpperCase()}`);
    if (code.includes("variable('SRM_SCAN')")) wanted.push('SRM_SCAN');
    expect(Object.keys(env).toSorted()).toEqual([...new Set(wanted)].toSorted());
  });
});
