import {
  GenerateCredentialReportCommand,
  GetCredentialReportCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListUsersCommand,
} from '@aws-sdk/client-iam';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  accessKeys,
  isOlder,
  keyAgeLimit,
  keyGraceLimit,
} from '../../../src/collectors/iam/access-keys.ts';
import { users } from '../../../src/collectors/iam/users.ts';
import { startReading } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { daysAgo, now } from '../../support/check-tester.ts';
import { gatherFrom, type GatherOptions } from '../../support/collect-with.ts';

const client = mockClient(IAMClient);
const { read } = startReading();

const columns =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,additional_credentials_info';
const arnOf = (name: string) => `arn:aws:iam::111122223333:user/${name}`;
const text = (date: Date) => date.toISOString();

interface Row {
  readonly name: string;
  /** Days since the user was made. */
  readonly user: number;
  /** Days since each key was made or changed. */
  readonly keys?: readonly number[];
  readonly inactive?: readonly number[];
  readonly rest?: string;
}

function rowOf({ name, user, keys = [], inactive = [], rest = 'N/A' }: Row): string {
  const columnsOf = (slot: number) => {
    const [active, idle] = [keys[slot], inactive[slot - keys.length]];
    if (active !== undefined) return ['true', text(daysAgo(active)), 'N/A'];
    return idle === undefined ? ['false', 'N/A', 'N/A'] : ['false', text(daysAgo(idle)), 'N/A'];
  };
  const made = text(daysAgo(user));
  return [
    name,
    arnOf(name),
    made,
    'false',
    'N/A',
    'N/A',
    'false',
    ...columnsOf(0),
    ...columnsOf(1),
    rest,
  ].join(',');
}

const userOf = ({ name, user }: Row) => ({
  UserName: name,
  Arn: arnOf(name),
  Path: '/',
  UserId: 'AIDACKCEVSQ6C2EXAMPLE',
  CreateDate: daysAgo(user),
});

function account(all: readonly Row[], inReport = all): void {
  client.on(ListUsersCommand).resolves(answer({ Users: all.map(userOf) }));
  client.on(GetCredentialReportCommand).resolves(
    answer({
      Content: new TextEncoder().encode([columns, ...inReport.map(rowOf)].join('\n')),
      ReportFormat: 'text/csv' as const,
      GeneratedTime: daysAgo(0.1),
    }),
  );
}

/** The keys of the first user, and of whom IAM was asked. */
async function gather(options: GatherOptions = {}) {
  const { value, gathered } = await gatherFrom(accessKeys, options);
  const asked = client
    .commandCalls(ListAccessKeysCommand)
    .map(({ args }) => args[0].input.UserName);
  const [first] = gathered.get(users, 'global').items;
  if (!first) throw new Error('there is no user');
  return { asked, keys: () => read(value.of(first)), of: value.of, first };
}

const listed = (AccessKeyId: string, age: number, Status: 'Active' | 'Inactive' = 'Active') => ({
  AccessKeyId,
  Status,
  CreateDate: daysAgo(age),
});

beforeEach(() => {
  client.reset();
  client.on(GenerateCredentialReportCommand).resolves(answer({ State: 'COMPLETE' as const }));
  client
    .on(ListAccessKeysCommand)
    .resolves(answer({ AccessKeyMetadata: [listed('AKIAIOSFODNN7EXAMPLE', 300)] }));
});

describe('IAM is not asked for the keys of a user', () => {
  it.each<Row>([
    { name: 'without keys', user: 900 },
    { name: 'with inactive keys alone', user: 900, inactive: [10] },
    { name: 'whose key the report dates beyond the limit', user: 900, keys: [120] },
    { name: 'who is not older than the limit', user: 60, keys: [10] },
    { name: 'with two keys of known ages', user: 60, keys: [10, 20] },
  ])('$name', async (row) => {
    account([row]);
    const { asked, keys } = await gather();
    expect(asked).toEqual([]);
    expect(keys()).toMatchObject({
      reportedAt: daysAgo(0.1),
      keys: [...(row.keys ?? []).map(() => true), ...(row.inactive ?? []).map(() => false)].map(
        (active, index) => ({ name: String(index + 1), active }),
      ),
    });
  });
});

describe('IAM is asked', () => {
  it.each<Row>([
    { name: 'where a date within the limit may be that of a change', user: 900, keys: [10] },
    { name: 'where the report has no room for all keys', user: 900, rest: 'access_key_3' },
  ])('$name', async (row) => {
    account([row]);
    const { asked, keys } = await gather();
    expect(asked).toEqual([row.name]);
    expect(keys()).toMatchObject({
      reportedAt: null,
      keys: [
        {
          name: 'AKIAIOSFODNN7EXAMPLE',
          active: true,
          notBefore: daysAgo(300),
          notAfter: daysAgo(300),
        },
      ],
    });
  });

  it('for a user who was made after the report, or made again', async () => {
    account([{ name: 'new', user: 0 }], []);
    expect((await gather()).asked).toEqual(['new']);

    client.resetHistory();
    account([{ name: 'again', user: 0.01 }], [{ name: 'again', user: 900, keys: [400] }]);
    expect((await gather()).asked).toEqual(['again']);
  });

  it('for every user where there is no report', async () => {
    account([{ name: 'ines', user: 900 }]);
    client.on(GetCredentialReportCommand).rejects(fault('AccessDenied'));
    const { asked, keys } = await gather();
    expect(asked).toEqual(['ines']);
    expect(keys().reportedAt).toBeNull();
  });

  it('for what the limit that the user set leaves open', async () => {
    account([{ name: 'ines', user: 900, keys: [120] }]);
    const params = { [keyAgeLimit.check]: { [keyAgeLimit.parameter]: 365 } };
    expect((await gather({ params })).asked).toEqual(['ines']);
  });
});

describe('with a grace for rotations', () => {
  const params = { [keyGraceLimit.check]: { [keyGraceLimit.parameter]: 7 } };

  it('IAM is asked which of two keys is within it', async () => {
    account([{ name: 'ines', user: 60, keys: [5, 20] }]);
    expect((await gather({ params })).asked).toEqual(['ines']);
  });

  it('and not where none can be, or where there is one key', async () => {
    account([{ name: 'ines', user: 60, keys: [10, 20] }]);
    expect((await gather({ params })).asked).toEqual([]);
    account([{ name: 'ines', user: 60, keys: [5] }]);
    expect((await gather({ params })).asked).toEqual([]);
  });
});

describe('an answer of IAM', () => {
  it('that is denied leaves the keys unknown, whatever the report has', async () => {
    account([{ name: 'tomas', user: 900, keys: [10] }]);
    client.on(ListAccessKeysCommand).rejects(fault('AccessDenied'));
    expect((await gather()).keys).toThrow('needs iam:ListAccessKeys');
  });

  it('in which a key has no date leaves the keys unknown', async () => {
    account([{ name: 'tomas', user: 900, keys: [10] }]);
    const AccessKeyMetadata = [{ AccessKeyId: 'B', Status: 'Active' as const }];
    client.on(ListAccessKeysCommand).resolves(answer({ AccessKeyMetadata }));
    expect((await gather()).keys).toThrow('lacks CreateDate');
  });

  it('that is not needed: the keys rest on the report and on the list of users', async () => {
    account([{ name: 'ines', user: 900, keys: [120] }]);
    const { of, first } = await gather();
    const reading = startReading();
    reading.read(of(first));
    expect([...reading.sources].map(({ operation }) => operation).toSorted()).toEqual([
      'GetCredentialReport',
      'ListUsers',
    ]);
  });
});

it('the age of a key that nobody asked for is not guessed', () => {
  const key = { name: '1', active: true, notBefore: daysAgo(200), notAfter: daysAgo(10) };
  expect(isOlder(key, 5, now)).toBe(true);
  expect(isOlder(key, 300, now)).toBe(false);
  expect(() => isOlder(key, 90, now)).toThrow('nobody asked IAM');
});
