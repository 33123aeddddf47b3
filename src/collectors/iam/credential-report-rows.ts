/** What a row of the credential report says. A field that cannot be understood leaves only its own value unreadable. */
import type { Members } from '../../aws/reads.ts';
import type { Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import type { ReportedKey, ReportedRoot } from '../../reasoning/root-credentials.ts';

/** The fields of a row by column. */
export type Row = ReadonlyMap<string, string | undefined>;

/** A password of a user. Null when it was never used. */
export interface ReportedPassword {
  readonly setAt: Date;
  readonly usedAt: Date | null;
}

/** An IAM user, as the report has it. */
export interface ReportedUser extends Resource {
  /** When the report was made. */
  readonly reportedAt: Date;
  readonly createdAt: Observed<Date>;
  readonly passwordEnabled: Observed<boolean>;
  /** Null without a password. */
  readonly password: Observed<ReportedPassword | null>;
  /** Any kind of MFA device. */
  readonly mfaActive: Observed<boolean>;
  readonly keys: Observed<readonly ReportedKey[]>;
  /** What the report leaves out: nothing, or more keys or certificates than it has room for, then unreadable. */
  readonly rest: Observed<readonly []>;
}

const required = [
  'user',
  'arn',
  'user_creation_time',
  'password_enabled',
  'password_last_used',
  'password_last_changed',
  'mfa_active',
  'access_key_1_active',
  'access_key_1_last_rotated',
  'access_key_1_last_used_date',
  'access_key_2_active',
  'access_key_2_last_rotated',
  'access_key_2_last_used_date',
] as const;

/** Not in every report: AWS documents it, and leaves it out where no user has more than the report shows. */
const beyond = 'additional_credentials_info';
type Column = (typeof required)[number];

/** The columns that are needed and are not there exactly once. */
export function missingColumns(header: readonly string[]): readonly string[] {
  return required.filter(
    (column) => header.indexOf(column) !== header.lastIndexOf(column) || !header.includes(column),
  );
}

export function userOf(row: Row, reportedAt: Date, members: Members): ReportedUser {
  const { observe, unusable } = members;
  const { text, bool, date } = reader(row, members);
  const name = text('user');
  return {
    arn: text('arn'),
    type: 'AWS::IAM::User',
    name,
    region: 'global',
    reportedAt,
    createdAt: observe(
      () => date('user_creation_time') ?? unusable(`${name}: no user_creation_time`),
    ),
    passwordEnabled: observe(() => bool('password_enabled')),
    password: observe(() => {
      if (!bool('password_enabled')) return null;
      const setAt = date('password_last_changed');
      return {
        setAt: setAt ?? unusable(`${name}: a password without password_last_changed`),
        usedAt: date('password_last_used'),
      };
    }),
    mfaActive: observe(() => bool('mfa_active')),
    keys: observe(() => keysOf(row, members)),
    rest: observe((): readonly [] => {
      const more = row.get(beyond) ?? '';
      if (more !== '' && !noDate.has(more.toLowerCase())) {
        unusable(`the report leaves out further credentials of ${name}: ${more.slice(0, 120)}`);
      }
      return [];
    }),
  };
}

export function rootOf(row: Row, members: Members): ReportedRoot {
  const { observe } = members;
  const { text, bool, date } = reader(row, members);
  return {
    password: observe(() => {
      if (text('password_enabled').toLowerCase() === 'not_supported') return 'not-told';
      return bool('password_enabled') ? 'present' : 'absent';
    }),
    passwordUsedAt: observe(() => date('password_last_used')),
    keys: observe(() => keysOf(row, members)),
  };
}

/** The keys that exist. Reports keep the date of a key that is inactive, and have none where there is no key. */
function keysOf(row: Row, members: Members): readonly ReportedKey[] {
  const { bool, date } = reader(row, members);
  return ([1, 2] as const).flatMap((slot) => {
    const active = bool(`access_key_${slot}_active`);
    const changedAt = date(`access_key_${slot}_last_rotated`);
    if (changedAt === null && !active) return [];
    const since = changedAt ?? members.unusable(`access key ${slot} is active but has no date`);
    return [{ slot, active, changedAt: since, usedAt: date(`access_key_${slot}_last_used_date`) }];
  });
}

/** The report's words for "there is no date". None of them stands for an old one. */
const noDate = new Set(['n/a', 'no_information', 'not_supported']);
const isoDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

function reader(row: Row, { unusable }: Members) {
  const text = (column: Column): string =>
    row.get(column) || unusable(`the credential report has a row without ${column}`);
  return {
    text,
    bool: (column: Column): boolean => {
      const value = text(column).toLowerCase();
      if (value !== 'true' && value !== 'false') unusable(`${column} is ${value.slice(0, 40)}`);
      return value === 'true';
    },
    date: (column: Column): Date | null => {
      const value = text(column);
      if (noDate.has(value.toLowerCase())) return null;
      const date = new Date(value);
      const isDate = isoDate.test(value) && !Number.isNaN(date.getTime());
      return isDate ? date : unusable(`${column} is ${value.slice(0, 40)}`);
    },
  };
}
