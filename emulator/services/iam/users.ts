import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateAccountAliasCommand,
  CreateGroupCommand,
  CreateLoginProfileCommand,
  CreatePolicyCommand,
  CreateUserCommand,
  CreateVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
  IAMClient,
  PutGroupPolicyCommand,
  PutUserPolicyCommand,
  UpdateAccessKeyCommand,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { ACCOUNT_ID, HOME, US, must, tags } from '../../site.ts';
import type { Site } from '../../site.ts';

interface Person {
  readonly name: string;
  readonly createdDaysAgo: number;
  readonly groups: readonly string[];
  /** Days since the password was last used; `never` where it was not; absent without a password. */
  readonly password?: number | 'never';
  readonly mfa?: true;
  /** Age of each active access key, and days since its last use. */
  readonly keys?: readonly { age: number; used?: number; inactive?: true }[];
  readonly direct?: 'inline' | 'managed';
  readonly tags?: Record<string, string>;
}

const PEOPLE: readonly Person[] = [
  {
    name: 'ines.krueger',
    createdDaysAgo: 940,
    groups: ['Administrators'],
    password: 1,
    mfa: true,
    tags: { Team: 'Platform', Office: 'Hamburg' },
  },
  {
    name: 'tomas.oduya',
    createdDaysAgo: 610,
    groups: ['Engineers'],
    password: 3,
    tags: { Team: 'Freight API', Office: 'Rotterdam' },
  },
  {
    name: 'mira.vandenberg',
    createdDaysAgo: 300,
    groups: ['Engineers', 'Finance'],
    password: 5,
    mfa: true,
    keys: [{ age: 30, used: 1 }],
    tags: { Team: 'Finance systems', Office: 'Antwerp' },
  },
  {
    name: 'lena.fischer',
    createdDaysAgo: 120,
    groups: ['Finance'],
    password: 'never',
    mfa: true,
    keys: [{ age: 120 }],
  },
  {
    name: 'svc-erp-sync',
    createdDaysAgo: 412,
    groups: [],
    keys: [{ age: 412, used: 0 }],
    direct: 'inline',
    tags: { Owner: 'ERP', Contract: 'ERP-2291' },
  },
  {
    name: 'svc-backup-agent',
    createdDaysAgo: 230,
    groups: ['Machines'],
    keys: [
      { age: 228, used: 190 },
      { age: 12, used: 1 },
    ],
  },
  {
    name: 'svc-freight-api',
    createdDaysAgo: 200,
    groups: ['Machines'],
    keys: [
      { age: 200, used: 25, inactive: true },
      { age: 20, used: 0 },
    ],
  },
  {
    name: 'svc-customs-export',
    createdDaysAgo: 60,
    groups: [],
    keys: [{ age: 60, used: 2 }],
    direct: 'managed',
  },
  // IAM allows a name that a spreadsheet takes for a formula.
  {
    name: '=2+5@contractor.example',
    createdDaysAgo: 15,
    groups: ['Contractors'],
    password: 2,
    mfa: true,
    tags: { Note: '=HYPERLINK("http://attacker.example","open me")' },
  },
];

const READ_ONLY = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';

/** A policy document with one statement. */
function allow(Action: string | string[], Resource: string | string[] = '*'): string {
  const statement = { Sid: 'Allowed', Effect: 'Allow', Action, Resource };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

async function plantKeys(site: Site, person: Person): Promise<void> {
  const { name, keys = [] } = person;
  for (const { age, used, inactive } of keys) {
    const made = await site
      .client(IAMClient, US, age)
      .send(new CreateAccessKeyCommand({ UserName: name }));
    const id = must(made.AccessKey?.AccessKeyId, 'AccessKeyId');
    const secret = must(made.AccessKey?.SecretAccessKey, 'SecretAccessKey');
    if (used !== undefined) {
      // STS with a key of the account's own: its use is recorded with the age.
      const credentials = { accessKeyId: id, secretAccessKey: secret };
      const sts = new STSClient({ ...site.configFor(HOME, used), credentials });
      await sts.send(new GetCallerIdentityCommand({}));
    }
    if (inactive) {
      const change = { UserName: name, AccessKeyId: id, Status: 'Inactive' } as const;
      await site.client(IAMClient, US).send(new UpdateAccessKeyCommand(change));
    }
  }
}

async function plantPerson(site: Site, person: Person): Promise<void> {
  const { name, createdDaysAgo, groups, password, mfa, direct } = person;
  const iam = site.client(IAMClient, US, createdDaysAgo);
  await iam.send(new CreateUserCommand({ UserName: name, Tags: tags(person.tags ?? {}) }));
  for (const GroupName of groups) {
    await iam.send(new AddUserToGroupCommand({ UserName: name, GroupName }));
  }
  if (password !== undefined) {
    const Password = 'Planted-by-the-emulator-1';
    await iam.send(new CreateLoginProfileCommand({ UserName: name, Password }));
    if (password !== 'never') {
      const passwordLastUsed = site.daysBefore(password).toISOString().slice(0, 19);
      await site.set('user', { userName: name, passwordLastUsed });
    }
  }
  if (mfa) {
    const device = { VirtualMFADeviceName: name.replace(/[^\w.-]/g, '') };
    const made = await iam.send(new CreateVirtualMFADeviceCommand(device));
    const SerialNumber = must(made.VirtualMFADevice?.SerialNumber, 'SerialNumber');
    const codes = { AuthenticationCode1: '123456', AuthenticationCode2: '654321' };
    await iam.send(new EnableMFADeviceCommand({ UserName: name, SerialNumber, ...codes }));
  }
  if (direct === 'inline') {
    const policy = { PolicyName: 'erp-bucket', PolicyDocument: allow('s3:GetObject') };
    await iam.send(new PutUserPolicyCommand({ UserName: name, ...policy }));
    const arn = `arn:aws:iam::${ACCOUNT_ID}:user/${name}`;
    site.expect('iam-inline-policy-no-full-admin', arn, 'pass');
  }
  if (direct === 'managed') {
    await iam.send(new AttachUserPolicyCommand({ UserName: name, PolicyArn: READ_ONLY }));
  }
  await plantKeys(site, person);
}

function verdict(bad: boolean): 'pass' | 'fail' {
  return bad ? 'fail' : 'pass';
}

/** The verdicts that follow from the facts of a person, by the rules of the catalogue. */
function expectPerson(site: Site, person: Person): void {
  const { name, password, mfa, keys = [], createdDaysAgo } = person;
  const arn = `arn:aws:iam::${ACCOUNT_ID}:user/${name}`;
  const active = keys.filter(({ inactive }) => !inactive);
  if (password !== undefined) site.expect('iam-user-console-mfa', arn, verdict(!mfa));
  site.expect('iam-user-single-active-key', arn, verdict(active.length > 1));
  site.expect('iam-access-key-rotated', arn, verdict(active.some(({ age }) => age > 90)));
  site.expect('iam-user-no-direct-policies', arn, verdict(person.direct !== undefined));
  const idle = active.some(({ age, used }) => (used ?? age) > 45);
  const forgotten = password === 'never' ? createdDaysAgo > 45 : (password ?? 0) > 45;
  if (password !== undefined || active.length > 0) {
    site.expect('iam-user-credentials-used-recently', arn, verdict(idle || forgotten));
  }
}

async function plantGroups(site: Site): Promise<void> {
  const iam = site.client(IAMClient, US, 900);
  for (const GroupName of ['Administrators', 'Engineers', 'Finance', 'Machines', 'Contractors']) {
    await iam.send(new CreateGroupCommand({ GroupName }));
  }
  await iam.send(
    new AttachGroupPolicyCommand({ GroupName: 'Administrators', PolicyArn: ADMINISTRATOR }),
  );
  for (const GroupName of ['Engineers', 'Contractors']) {
    await iam.send(new AttachGroupPolicyCommand({ GroupName, PolicyArn: READ_ONLY }));
  }
  await iam.send(
    new PutGroupPolicyCommand({
      GroupName: 'Finance',
      PolicyName: 'invoices',
      PolicyDocument: allow(['s3:GetObject', 's3:ListBucket'], 'arn:aws:s3:::nwh-invoices*'),
    }),
  );
  const finance = `arn:aws:iam::${ACCOUNT_ID}:group/Finance`;
  site.expect('iam-inline-policy-no-full-admin', finance, 'pass');
  site.expect('iam-inline-policy-kms-decrypt-limited', finance, 'pass');
  site.expect('iam-policy-no-full-admin', ADMINISTRATOR, 'fail');
  site.expect('iam-policy-no-full-admin', READ_ONLY, 'pass');
}

async function plantPolicies(site: Site): Promise<void> {
  const iam = site.client(IAMClient, US, 700);
  async function policy(PolicyName: string, PolicyDocument: string): Promise<string> {
    const made = await iam.send(new CreatePolicyCommand({ PolicyName, PolicyDocument }));
    return must(made.Policy?.Arn, 'Policy.Arn');
  }
  const dispatcher = await policy('dispatcher-read', allow(['s3:Get*', 'ec2:Describe*']));
  const wide = await policy('freight-everything', allow(['s3:*', '*']));
  await policy('unattached-emergency-admin', allow('*'));
  await iam.send(new AttachGroupPolicyCommand({ GroupName: 'Engineers', PolicyArn: dispatcher }));
  await iam.send(new AttachGroupPolicyCommand({ GroupName: 'Machines', PolicyArn: wide }));
  site.expect('iam-policy-no-full-admin', dispatcher, 'pass');
  site.expect('iam-policy-no-full-admin', wide, 'fail');
  for (const check of ['iam-policy-no-service-wildcards', 'iam-policy-kms-decrypt-limited']) {
    site.expect(check, dispatcher, 'pass');
    site.expect(check, wide, 'fail');
  }
}

async function plantRoot(site: Site): Promise<void> {
  const root = `arn:aws:iam::${ACCOUNT_ID}:root`;
  const used = `${site.daysBefore(12).toISOString().slice(0, 19)}+00:00`;
  await site.set('root', { mfa: true, virtualMfa: true, keys: [], passwordLastUsed: used });
  site.expect('iam-root-mfa', root, 'pass');
  site.expect('iam-root-hardware-mfa', root, 'fail');
  site.expect('iam-root-no-access-keys', root, 'pass');
  site.expect('iam-root-not-used-recently', root, 'fail');
}

/** Root, password policy, groups, policies and users. Roles are in `iam-roles.ts`. */
export async function plantIam(site: Site): Promise<void> {
  const iam = site.client(IAMClient, US);
  await iam.send(new CreateAccountAliasCommand({ AccountAlias: 'northwind-harbour' }));
  await iam.send(
    new UpdateAccountPasswordPolicyCommand({
      MinimumPasswordLength: 12,
      PasswordReusePrevention: 24,
      RequireLowercaseCharacters: true,
      RequireNumbers: true,
    }),
  );
  const account = `arn:aws:iam::${ACCOUNT_ID}:root`;
  site.expect('iam-password-policy-min-length', account, 'fail');
  site.expect('iam-password-policy-reuse-prevention', account, 'pass');
  site.expect('iam-password-policy-complexity', account, 'fail');
  await plantRoot(site);
  await plantGroups(site);
  await plantPolicies(site);
  for (const person of PEOPLE) {
    await plantPerson(site, person);
    expectPerson(site, person);
  }
  const lena = `arn:aws:iam::${ACCOUNT_ID}:user/lena.fischer`;
  site.expect('iam-user-no-key-at-creation', lena, 'fail');
  const mira = `arn:aws:iam::${ACCOUNT_ID}:user/mira.vandenberg`;
  site.expect('iam-user-no-key-at-creation', mira, 'pass');
}
