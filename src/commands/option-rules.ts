/**
 * Which options go together. An option that would have no effect is refused: who typed it believes that it has one.
 * `--set` of a check that was not chosen, and names both chosen and excluded, are refused where the names are known
 * (run/request.ts).
 */
import type { Command, Option } from 'commander';
import { UserError } from '../text/user-error.ts';

interface Rule {
  readonly option: string;
  /** The value of the option that the rule is of; whatever it is, where none is given. */
  readonly value?: string;
  /** Has an effect only beside this one, or one of `orNeeds`, where the command has it. */
  readonly needs?: string;
  readonly orNeeds?: readonly string[];
  /** None of these has an effect beside it. */
  readonly excludes?: readonly string[];
  readonly why: string;
}

/** Each asks for many accounts. */
const fleets = ['--org', '--ou', '--accounts', '--resume'] as const;

export const optionRules: readonly Rule[] = [
  {
    option: '--demo',
    excludes: [
      '--profile',
      '--role-arn',
      '--external-id',
      '--role-session-name',
      '--rate',
      '--deadline',
      '--evidence',
      '--send',
      '--tags',
      '--regions',
      ...fleets,
      '--role-name',
      '--send-role-name',
      '--parallel',
    ],
    why: '--demo asks nothing of AWS',
  },
  {
    option: '--resume',
    excludes: [
      '--org',
      '--ou',
      '--accounts',
      '--role-name',
      '--send',
      '--send-role-name',
      '--output',
    ],
    why: '--resume goes on with the accounts, the roles and the folder of its run, and sends where that does',
  },
  { option: '--accounts', excludes: ['--org', '--ou'], why: '--accounts names the accounts' },
  { option: '--org', excludes: ['--ou'], why: '--org is every account' },
  ...fleets.map((option) => ({
    option,
    excludes: ['--role-arn', '--baseline', '--fail-on-new'],
    why: `${option} assumes a role in each account and compares nothing (see srm-scan fleet --baseline)`,
  })),
  ...['--org', '--ou', '--accounts'].map((option) => ({
    option: '--output',
    value: '-',
    excludes: [option],
    why: `${option} needs a folder`,
  })),
  {
    option: '--role-name',
    needs: '--org',
    orNeeds: ['--ou', '--accounts'],
    why: '--role-name is of many accounts',
  },
  {
    option: '--send-role-name',
    needs: '--org',
    orNeeds: ['--ou', '--accounts'],
    why: '--send-role-name is of many accounts',
  },
  {
    option: '--parallel',
    needs: '--org',
    orNeeds: ['--ou', '--accounts', '--resume'],
    why: '--parallel is of many accounts',
  },
  {
    option: '--external-id',
    needs: '--role-arn',
    orNeeds: fleets,
    why: '--external-id is sent with a role',
  },
  {
    option: '--role-session-name',
    needs: '--role-arn',
    orNeeds: fleets,
    why: '--role-session-name names a role',
  },
  {
    option: '--output',
    value: '-',
    excludes: ['--evidence'],
    why: '--evidence needs a folder',
  },
  {
    option: '--output',
    value: '-',
    excludes: ['--sign'],
    why: '--sign signs the files of a folder',
  },
  {
    option: '--regions',
    excludes: ['--region'],
    why: '--regions active finds the regions among all of the account (--exclude-region leaves some out)',
  },
  {
    option: '--fail-on-new',
    needs: '--baseline',
    why: '--fail-on-new heeds what a baseline lacks',
  },
  { option: '--quiet', excludes: ['--verbose'], why: '--quiet says nothing' },
  { option: '--json', excludes: ['--format'], why: '--json is --format json' },
];

/** Throws a `UserError` for options that were typed and would have no effect, and for a value that is empty. */
export function refuseIdleOptions(command: Command): void {
  const given = command.options.filter(
    (option) => command.getOptionValueSource(option.attributeName()) === 'cli',
  );
  for (const option of given) refuseEmpty(option, valueOf(command, option));
  const has = (name: string) => command.options.some((option) => option.long === name);
  const find = (name: string) => given.find((option) => option.long === name);
  for (const { option: name, value, needs, orNeeds = [], excludes = [], why } of optionRules) {
    const option = find(name);
    if (!option || (value !== undefined && valueOf(command, option) !== value)) continue;
    if (needs !== undefined && has(needs) && ![needs, ...orNeeds].some(find)) {
      throw new UserError(`${why}; add ${needs} or leave out ${name}`);
    }
    const idle = excludes.find(find);
    const wording = value === undefined ? name : `"${name} ${value}"`;
    if (idle !== undefined) throw new UserError(`${why}; leave out ${idle} or ${wording}`);
  }
}

function valueOf(command: Command, option: Option): unknown {
  return command.getOptionValue(option.attributeName());
}

/** An unset variable of a script (`--profile "$PROFILE"`) must not choose for the user. */
function refuseEmpty(option: Option, value: unknown): void {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (values.some((each) => typeof each === 'string' && each.trim() === '')) {
    throw new UserError(
      `${option.flags} was given an empty value; name one or leave the option out`,
    );
  }
}
