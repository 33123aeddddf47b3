/** The declared command line, held against itself: what is wrong with an option is said in the words of all commands. */
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../src/commands/program.ts';
import { UserError } from '../../src/text/user-error.ts';

const program = createProgram(() => undefined);
const commands = program.commands.filter((command) => command.name() !== 'help');
const flagsOf = (name: string) =>
  commands.filter((each) => each.name() === name).flatMap((each) => each.options);
const long = commands.flatMap(({ options }) => options.flatMap(({ long: flag }) => flag ?? []));

/** What is said of a command line that is wrong before anything runs. */
async function refusal(...words: readonly string[]): Promise<string> {
  try {
    await createProgram(() => undefined).parseAsync(['node', 'srm-scan', ...words]);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error(`${words.join(' ')} was taken`);
}

const foreign = commands.flatMap((command) =>
  [...new Set(long)]
    .filter((flag) => !command.options.some((option) => option.long === flag))
    .map((flag) => [command.name(), flag] as const),
);

describe('F48: an option of another command', () => {
  it.each(foreign)('srm-scan %s %s names the commands that have it', async (command, flag) => {
    const having = commands.filter(({ options }) => options.some((each) => each.long === flag));
    for (const typed of [flag, `${flag}=x`]) {
      const said = await refusal(command, typed);
      expect(said).toContain(`"${command}" has no option ${flag}; `);
      const named = said.slice(said.indexOf(';') + 1).match(/[a-z-]+/g);
      expect(named).toEqual(expect.arrayContaining(having.map((each) => each.name())));
      expect(said).not.toContain('Did you mean');
    }
  });

  it('that no command has is answered by those that may be meant, never by itself', async () => {
    expect(await refusal('--role', 'x')).toBe(
      '"scan" has no option --role. Did you mean --role-arn or --role-name or --role-session-name?',
    );
    expect(await refusal('checks', '--servce', 's3')).toContain('Did you mean --service?');
    expect(await refusal('explain', '--zzzzzzzz')).toContain('See "srm-scan explain --help".');
    expect((await refusal(`--${'x'.repeat(200_000)}`)).length).toBeLessThan(200);
  });

  it('of one letter is not answered by another letter', async () => {
    expect(await refusal('checks', '-x')).toBe(
      '"checks" has no option -x. See "srm-scan checks --help".',
    );
  });

  it('of the shape of the catalogues is there for both of them', () => {
    for (const name of ['checks', 'responsibilities']) {
      expect(flagsOf(name).map((option) => option.long)).toContain('--format');
    }
  });
});

describe('F74: a value that is empty', () => {
  const valued = commands.flatMap((command) =>
    command.options
      .filter((option) => option.required && option.long !== undefined)
      .map((option) => [command.name(), option.long ?? ''] as const),
  );
  it.each(valued)('srm-scan %s %s "" is refused', async (command, flag) => {
    const words: Readonly<Record<string, string>> = {
      evaluate: 'no-such-file',
      fleet: 'no-such-folder',
      explain: 'no-such-check',
      config: 'check',
      verify: 'no-such-folder',
      trend: 'no-such-folder',
    };
    const word = words[command];
    const file = command === 'diff' ? ['old', 'new'] : word === undefined ? [] : [word];
    for (const value of ['', '  ']) {
      expect(await refusal(command, ...file, flag, value)).toContain('was given an empty value');
    }
  });
});
