/** The credential report, with all the columns that IAM writes: IAM user guide, "Generate credential reports". */
import { accountId, daysBefore } from './identity.ts';
import { personAt } from './iam-people.ts';
import type { Person } from './iam-people.ts';
import type { Account } from './question.ts';

const keyColumns = (slot: number) =>
  ['active', 'last_rotated', 'last_used_date', 'last_used_region', 'last_used_service'].map(
    (name) => `access_key_${slot}_${name}`,
  );

const columns = [
  'user',
  'arn',
  'user_creation_time',
  'password_enabled',
  'password_last_used',
  'password_last_changed',
  'password_next_rotation',
  'mfa_active',
  ...keyColumns(1),
  ...keyColumns(2),
  'cert_1_active',
  'cert_1_last_rotated',
  'cert_2_active',
  'cert_2_last_rotated',
  'additional_credentials_info',
];

export function credentialReport(account: Account): string {
  const { size, now } = account;
  const users = Array.from({ length: size.counts.users }, (_, index) =>
    rowOf(personAt(account, index)),
  );
  const rows = [columns, rootRow(now), ...users];
  return rows.map((row) => row.join(',')).join('\n');
}

const noKey = ['false', 'N/A', 'N/A', 'N/A', 'N/A'];
const end = ['false', 'N/A', 'false', 'N/A', 'N/A'];

function rootRow(now: Date): string[] {
  return [
    '<root_account>',
    `arn:aws:iam::${accountId}:root`,
    text(daysBefore(now, 3000)),
    'true',
    text(daysBefore(now, 200)),
    'not_supported',
    'not_supported',
    'true',
    ...noKey,
    ...noKey,
    ...end,
  ];
}

function rowOf({ name, arn, madeAt, password, hasMfa, keys }: Person): string[] {
  return [
    name,
    arn,
    text(madeAt),
    String(password !== undefined),
    password ? (password.usedAt ? text(password.usedAt) : 'no_information') : 'N/A',
    password ? text(password.setAt) : 'N/A',
    'N/A',
    String(hasMfa),
    ...keyOf(keys[0]),
    ...keyOf(keys[1]),
    ...end,
  ];
}

function keyOf(key: Person['keys'][number] | undefined): string[] {
  if (!key) return noKey;
  const used = key.usedAt ? [text(key.usedAt), 'us-east-1', 's3'] : ['N/A', 'N/A', 'N/A'];
  return [String(key.isActive), text(key.madeAt), ...used];
}

/** As the report writes a time: ISO 8601 without fractions. */
function text(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, '+00:00');
}
