/** CloudFormation's linter, and templates as its parser reads them. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { installPython } from '../../emulator/venv.ts';

export interface CfnLint {
  /** What it finds wrong, be it only a hint; empty where it finds nothing. */
  lint(template: string): string;
  /** The template with `!Ref` as `Ref` and `!Sub` as `Fn::Sub`. */
  parse(template: string): unknown;
}

const asJson = `
import json, sys
from cfnlint.decode import decode
template, faults = decode(sys.argv[1])
if faults: sys.exit(str(faults))
print(json.dumps(template))`;

/** Undefined where it cannot be installed, with a printed line; in CI that is an error. */
export async function openCfnLint(): Promise<CfnLint | undefined> {
  const installed = await installPython();
  if ('unavailable' in installed) {
    if (process.env['CI']) throw new Error(installed.unavailable);
    console.warn(`left out: these tests need cfn-lint. ${installed.unavailable}`);
    return undefined;
  }
  const { python } = installed;
  const run = (command: string, args: readonly string[]) => {
    const done = spawnSync(command, args, { encoding: 'utf8' });
    if (done.error) throw done.error;
    return done;
  };
  return {
    lint: (template) => {
      const program = join(dirname(python), 'cfn-lint');
      const { status, stdout, stderr } = run(program, ['--include-checks', 'I', '--', template]);
      return status === 0 ? '' : `${stdout}${stderr}`;
    },
    parse: (template) => {
      const { status, stdout, stderr } = run(python, ['-c', asJson, template]);
      if (status !== 0) throw new Error(stderr);
      return JSON.parse(stdout);
    },
  };
}

const withReasons = z.looseObject({
  Metadata: z.looseObject({
    'cfn-lint': z.object({ config: z.object({ ignore_checks: z.array(z.string()) }) }),
    'cfn-lint-reasons': z.record(z.string(), z.string().min(20)),
  }),
});

/** The rules that a template leaves out, and those of which it says why, in the same order. */
export function leftOutOf(template: unknown): {
  readonly leftOut: readonly string[];
  readonly reasons: readonly string[];
} {
  const { Metadata } = withReasons.parse(template);
  return {
    leftOut: Metadata['cfn-lint'].config.ignore_checks,
    reasons: Object.keys(Metadata['cfn-lint-reasons']),
  };
}
