/** Which options go together is one table; no option of a scan is left out of the question. */
import { describe, expect, it } from 'vitest';
import { optionRules } from '../../src/commands/option-rules.ts';
import { createProgram } from '../../src/commands/program.ts';
import { UserError } from '../../src/text/user-error.ts';

const program = createProgram(() => undefined);
const scan = program.commands.find((command) => command.name() === 'scan');
const allOptions = program.commands.flatMap(({ options }) => options);

/** The option with a value, where it takes one. */
function typed(flag: string, value = 'x'): readonly string[] {
  const option = allOptions.find((each) => each.long === flag);
  return option?.required ? [flag, value] : [flag];
}

function commandOf(...flags: readonly string[]): readonly string[] {
  const found = program.commands.find(({ options }) =>
    flags.every((flag) => options.some((option) => option.long === flag)),
  );
  return [found?.name() ?? 'no command'];
}

async function refusal(words: readonly string[]): Promise<string> {
  try {
    await createProgram(() => undefined).parseAsync(['node', 'srm-scan', ...words]);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error(`${words.join(' ')} was taken`);
}

describe('F74: an option that would have no effect', () => {
  const pairs = optionRules.flatMap(({ option, value, excludes = [], why }) =>
    excludes.map((other) => ({ option, value, other, why })),
  );
  it.each(pairs)('$option $value beside $other', async ({ option, value, other, why }) => {
    const words = [...commandOf(option, other), ...typed(option, value), ...typed(other)];
    const said = await refusal(words);
    expect(said).toContain(why);
    expect(said).toContain(`leave out ${other} or `);
  });

  const lonely = optionRules.flatMap(({ option, needs }) =>
    needs === undefined ? [] : [{ option, needs }],
  );
  it.each(lonely)('$option without $needs', async ({ option, needs }) => {
    expect(await refusal(typed(option))).toContain(`add ${needs} or leave out ${option}`);
  });

  it('counts where it was typed, though it says what is so anyway', async () => {
    expect(await refusal(['--demo', '--rate', '0.5'])).toContain('leave out --rate or --demo');
  });

  it('is decided for every option that a scan of the sample might be given', () => {
    const heeded = [
      ...['--region', '--exclude-region', '--check', '--service', '--framework', '--severity'],
      ...['--exclude-check', '--exclude-service', '--format', '--output', '--fail-on'],
      ...['--allow-unknown', '--set', '--quiet', '--verbose', '--sign'],
      ...['--config', '--no-config', '--checks-dir', '--mute', '--attest'],
      ...['--baseline', '--fail-on-new'],
    ];
    const refused = optionRules.flatMap((rule) =>
      rule.option === '--demo' ? (rule.excludes ?? []) : [],
    );
    const all = scan?.options.flatMap((option) => option.long ?? []) ?? [];
    expect([...heeded, ...refused, '--demo'].toSorted()).toEqual(all.toSorted());
  });

  it('names options that there are', () => {
    const known = new Set(allOptions.map((option) => option.long));
    for (const { option, needs, excludes = [] } of optionRules) {
      for (const flag of [option, ...(needs === undefined ? [] : [needs]), ...excludes]) {
        expect(known, flag).toContain(flag);
      }
    }
  });
});
