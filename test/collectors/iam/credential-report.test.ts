import {
  GenerateCredentialReportCommand,
  GetCredentialReportCommand,
  IAMClient,
} from '@aws-sdk/client-iam';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { reportedUsers } from '../../../src/collectors/iam/reported-users.ts';
import { rootUser } from '../../../src/collectors/iam/root-user.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(IAMClient);

/** As AWS sends it where no user has more than two keys or certificates. */
const columns =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated';
const root =
  '<root_account>,arn:aws:iam::111122223333:root,2019-03-04T09:00:00Z,true,2026-11-10T08:00:00Z,2019-03-04T09:00:00Z,not_supported,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A';
const ines =
  'ines,arn:aws:iam::111122223333:user/ines,2024-04-26T07:12:09Z,TRUE,no_information,2024-04-26T07:12:10Z,N/A,FALSE,true,2024-04-26T07:12:11Z,N/A,N/A,N/A,false,2025-01-02T03:04:05+00:00,2025-02-03T04:05:06+00:00,N/A,s3,false,N/A,false,N/A';

const generatedAt = new Date('2026-11-22T09:14:00Z');
const report = (...lines: readonly string[]) =>
  answer({
    Content: new TextEncoder().encode(lines.join('\n')),
    ReportFormat: 'text/csv' as const,
    GeneratedTime: generatedAt,
  });

beforeEach(() => {
  client.reset();
  client.on(GenerateCredentialReportCommand).resolves(answer({ State: 'COMPLETE' as const }));
});

/** Users and root of a report. */
async function gather(...lines: readonly string[]) {
  client.on(GetCredentialReportCommand).resolves(report(...lines));
  const users = (await gatherFrom(reportedUsers)).value;
  const roots = (await gatherFrom(rootUser)).value;
  const [theRoot] = roots.items;
  if (!theRoot) throw new Error('the root user is always there');
  return { users, user: users.items[0], root: theRoot };
}

const open = <T>(observed: Observed<T> | undefined): T | string => {
  if (!observed) return 'there is none';
  const state = Observed.open(observed);
  return state.known ? state.value : state.causes.map(({ detail }) => detail).join('; ');
};

describe('a report of AWS', () => {
  it('I10 tells of users and root, each apart', async () => {
    const { users, user, root: theRoot } = await gather(columns, root, ines);
    expect(users.items.map(({ name }) => name)).toEqual(['ines']);
    expect(users.gaps).toEqual([]);
    expect(user?.reportedAt).toEqual(generatedAt);
    expect(open(user?.passwordEnabled)).toBe(true);
    expect(open(user?.password)).toEqual({
      setAt: new Date('2024-04-26T07:12:10Z'),
      usedAt: null,
    });
    expect(open(user?.mfaActive)).toBe(false);
    expect(open(user?.rest)).toEqual([]);
    expect(open(theRoot.password)).toBe('present');
    expect(open(theRoot.passwordUsedAt)).toEqual(new Date('2026-11-10T08:00:00Z'));
    expect(open(theRoot.keys)).toEqual([]);
    expect(open(theRoot.reportedAt)).toEqual(generatedAt);
  });

  it('keeps an inactive key, whose date stays in the report', async () => {
    const { user } = await gather(columns, root, ines);
    expect(open(user?.keys)).toEqual([
      { slot: 1, active: true, changedAt: new Date('2024-04-26T07:12:11Z'), usedAt: null },
      {
        slot: 2,
        active: false,
        changedAt: new Date('2025-01-02T03:04:05Z'),
        usedAt: new Date('2025-02-03T04:05:06Z'),
      },
    ]);
  });

  it('I6 may not tell whether root has a password', async () => {
    const silent = root.replace(',true,2026', ',not_supported,2026');
    expect(open((await gather(columns, silent)).root.password)).toBe('not-told');
    const without = root.replace(',true,2026-11-10T08:00:00Z', ',FALSE,N/A');
    expect(open((await gather(columns, without)).root.password)).toBe('absent');
  });

  it('says so where a user has more credentials than it shows', async () => {
    const wide = `${columns},additional_credentials_info`;
    const { users } = await gather(wide, `${ines},N/A`, `${ines},1 key: ListAccessKeys`);
    expect(users.items.map(({ rest }) => open(rest))).toEqual([
      [],
      expect.stringContaining('1 key: ListAccessKeys'),
    ]);
  });

  it('knows partitions without a root that can sign in', async () => {
    client.on(GetCredentialReportCommand).resolves(report(columns, root));
    for (const [partition, canSignIn] of [
      ['aws', true],
      ['aws-us-gov', false],
      ['aws-cn', false],
    ] as const) {
      const { value } = await gatherFrom(rootUser, { partition });
      expect(value.items[0]).toMatchObject({
        arn: `arn:${partition}:iam::111122223333:root`,
        canSignIn,
      });
    }
  });
});

describe('what does not fit', () => {
  it('leaves root unknown where it has no row, and the users known', async () => {
    const { user, root: theRoot } = await gather(columns, ines);
    expect(open(theRoot.keys)).toContain('no row of the root user');
    expect(open(user?.mfaActive)).toBe(false);
  });

  it('leaves out a row that is broken, and says so', async () => {
    // IAM allows a comma in a name; without quotes the row has a field too many.
    const comma = ines.replaceAll('ines', 'ines,b');
    const { users } = await gather(columns, root, comma, ines);
    expect(users.items.map(({ name }) => name)).toEqual(['ines']);
    expect(users.gaps).toMatchObject([{ detail: expect.stringContaining('row 2') }]);
  });

  it('takes a name with a comma when it is quoted', async () => {
    const comma = ines.replace(/^ines,[^,]+/, '"ines,b","arn:aws:iam::111122223333:user/ines,b"');
    const { user } = await gather(columns, root, comma);
    expect(user).toMatchObject({ name: 'ines,b', arn: 'arn:aws:iam::111122223333:user/ines,b' });
  });

  it('leaves one value unknown where one field makes no sense', async () => {
    const odd = ines.replace('no_information', 'yesterday').replace(',FALSE,', ',maybe,');
    const { user } = await gather(columns, root, odd);
    expect(open(user?.mfaActive)).toBe('mfa_active is maybe');
    expect(open(user?.password)).toBe('password_last_used is yesterday');
    expect(open(user?.passwordEnabled)).toBe(true);
  });

  it.each([
    ['a column is missing', [columns.replace('mfa_active', 'mfa'), root, ines], 'mfa_active'],
    ['a column is there twice', [`${columns},mfa_active`, `${ines},true`], 'mfa_active'],
    ['it is no CSV', ['"'], 'not CSV'],
    ['it is empty', [''], 'user'],
  ])('gives nothing away when %s', async (_name, lines, reason) => {
    client.on(GetCredentialReportCommand).resolves(report(...lines));
    await expect(gatherFrom(reportedUsers)).rejects.toThrow(reason);
    const { value } = await gatherFrom(rootUser);
    expect(open(value.items[0]?.password)).toContain(reason);
  });
});

describe('I8 the making of the report', () => {
  it('is waited for', async () => {
    client
      .on(GenerateCredentialReportCommand)
      .resolvesOnce(answer({ State: 'STARTED' as const }))
      .resolvesOnce(answer({ State: 'INPROGRESS' as const }))
      .resolves(answer({ State: 'COMPLETE' as const }));
    client.on(GetCredentialReportCommand).resolves(report(columns, root, ines));
    expect((await gatherFrom(reportedUsers)).value.items).toHaveLength(1);
    expect(client.commandCalls(GenerateCredentialReportCommand)).toHaveLength(3);
  });

  it('need not be allowed where there is a report', async () => {
    client.on(GenerateCredentialReportCommand).rejects(fault('AccessDenied'));
    client.on(GetCredentialReportCommand).resolves(report(columns, root, ines));
    const { value, ledger } = await gatherFrom(reportedUsers);
    expect(value.items).toHaveLength(1);
    expect(ledger.lines.map(({ operation, status }) => [operation, status])).toEqual([
      ['GenerateCredentialReport', 'denied'],
      ['GetCredentialReport', 'ok'],
    ]);
  });

  it('gives its reason beside that of the missing report', async () => {
    client.on(GenerateCredentialReportCommand).rejects(fault('LimitExceeded'));
    client.on(GetCredentialReportCommand).rejects(fault('ReportNotPresent'));
    const { value } = await gatherFrom(rootUser);
    const reasons = open(value.items[0]?.keys);
    expect(reasons).toContain('LimitExceeded');
    expect(reasons).toContain('ReportNotPresent');
  });
});
