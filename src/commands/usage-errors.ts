/** What is wrong with a command line, in our words: commander's own hints know one command alone. */
import type { Command, CommanderError } from 'commander';
import { nearest } from '../text/nearest.ts';
import { UserError } from '../text/user-error.ts';
import { cutEnd } from '../text/wrap.ts';

/** Makes the faults of commander `UserError`s. What ends well (help, version) stays what it is. */
export function inOurWords(program: Command): void {
  for (const command of [program, ...program.commands]) {
    command.exitOverride((error) => {
      throw error.exitCode === 0 ? error : usageError(program, command, error);
    });
  }
}

function usageError(program: Command, command: Command, error: CommanderError): UserError {
  const words = error.message.replace(/^error: /, '');
  const [, typed] = /^unknown option '(.+)'$/s.exec(words) ?? [];
  if (error.code === 'commander.unknownOption' && typed !== undefined) {
    return unknownOption(program, command, typed.replace(/=.*$/s, ''));
  }
  return new UserError(cutEnd(words, 300));
}

/** Which commands have it, or which option of this one may have been meant. */
function unknownOption(program: Command, command: Command, typed: string): UserError {
  const what = `"${command.name()}" has no option ${cutEnd(typed, 80)}`;
  const having = program.commands.filter((each) => optionsOf(each).includes(typed));
  if (having.length > 0) {
    const names = having.map((each) => each.name());
    return new UserError(`${what}; ${listed(names)} ${names.length === 1 ? 'has' : 'have'} it`);
  }
  // One letter is near to every other.
  const near = typed.startsWith('--')
    ? nearest(typed, [...optionsOf(command), ...optionsOf(program)])
    : [];
  const help = command === program ? 'srm-scan --help' : `srm-scan ${command.name()} --help`;
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `See "${help}".`;
  return new UserError(`${what}. ${hint}`);
}

function optionsOf(command: Command): readonly string[] {
  return command.options.flatMap(({ long, short }) => [long ?? [], short ?? []].flat());
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
