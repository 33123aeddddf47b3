/** All that the API of IAM answers. */
import type {
  GetAccountAuthorizationDetailsResponse,
  GetAccountPasswordPolicyResponse,
  GetAccountSummaryResponse,
  GenerateCredentialReportResponse,
  GetCredentialReportResponse,
  ListAccessKeysResponse,
  ListAccountAliasesResponse,
  ListSAMLProvidersResponse,
  ListServerCertificatesResponse,
  ListUsersResponse,
  ListVirtualMFADevicesResponse,
  User,
} from '@aws-sdk/client-iam';
import { accountId, daysBefore, iamId, numbered, percent } from './identity.ts';
import { credentialReport } from './iam-credential-report.ts';
import { personAt, personNamed } from './iam-people.ts';
import type { Person } from './iam-people.ts';
import {
  awsPolicies,
  awsPolicy,
  groupDetail,
  localPolicy,
  roleDetail,
  userDetail,
} from './iam-policies.ts';
import { pageOf, refuse } from './question.ts';
import type { Account, Answerers, Pages, Question, Refusal } from './question.ts';

/** IAM API reference, "Making query requests": 100 where nothing is said, 1,000 at most. */
export const iamPages: Pages = { size: 'MaxItems', token: 'Marker', usual: 100, most: 1000 };

/** `IsTruncated` goes with the marker. */
export function turned(next: string | undefined): { IsTruncated: boolean; Marker?: string } {
  return next === undefined ? { IsTruncated: false } : { IsTruncated: true, Marker: next };
}

/** @param reportState what becomes of the credential report: it is asked for once before it is there */
export function iamAnswers(reportState: () => 'STARTED' | 'COMPLETE') {
  return {
    ...answers,
    GenerateCredentialReport: (): GenerateCredentialReportResponse => ({ State: reportState() }),
  } satisfies Answerers;
}

const answers = {
  GetCredentialReport: (question): GetCredentialReportResponse => ({
    Content: Buffer.from(credentialReport(question)),
    ReportFormat: 'text/csv',
    GeneratedTime: question.now,
  }),
  ListUsers: (question): ListUsersResponse => {
    const { items, next } = pageOf(question, iamPages, question.size.counts.users, (index) =>
      userOf(personAt(question, index)),
    );
    return { Users: items, ...turned(next) };
  },
  ListAccessKeys: (question): ListAccessKeysResponse | Refusal => {
    const person = personNamed(question, question.text('UserName'));
    if (!person) return refuse('NoSuchEntity', 404);
    const AccessKeyMetadata = person.keys.map(({ id, isActive, madeAt }) => ({
      UserName: person.name,
      AccessKeyId: id,
      Status: isActive ? ('Active' as const) : ('Inactive' as const),
      CreateDate: madeAt,
    }));
    return { AccessKeyMetadata, IsTruncated: false };
  },
  ListVirtualMFADevices: (question): ListVirtualMFADevicesResponse => {
    const owners = Array.from({ length: question.size.counts.users }, (_, index) =>
      personAt(question, index),
    ).filter(({ hasMfa }) => hasMfa);
    const device = (name: string, user: User) => ({
      SerialNumber: `arn:aws:iam::${accountId}:mfa/${name}`,
      User: user,
      EnableDate: daysBefore(question.now, 300),
    });
    const { items, next } = pageOf(question, iamPages, owners.length, (index) => {
      const owner = owners[index] ?? personAt(question, 0);
      return device(owner.name, userOf(owner));
    });
    return { VirtualMFADevices: items, ...turned(next) };
  },
  GetAccountAuthorizationDetails: (question): GetAccountAuthorizationDetailsResponse =>
    authorizationDetails(question),
  GetAccountSummary: ({ size }): GetAccountSummaryResponse => ({
    SummaryMap: {
      AccountMFAEnabled: 1,
      AccountAccessKeysPresent: 0,
      AccountPasswordPresent: 1,
      AccountSigningCertificatesPresent: 0,
      Users: size.counts.users,
      Groups: size.counts.groups,
      Roles: size.counts.roles,
      Policies: size.counts.policies,
      ServerCertificates: size.counts.serverCertificates,
    },
  }),
  GetAccountPasswordPolicy: (): GetAccountPasswordPolicyResponse => ({
    PasswordPolicy: {
      MinimumPasswordLength: 14,
      RequireSymbols: true,
      RequireNumbers: true,
      RequireUppercaseCharacters: true,
      RequireLowercaseCharacters: true,
      AllowUsersToChangePassword: true,
      ExpirePasswords: false,
    },
  }),
  ListAccountAliases: (): ListAccountAliasesResponse => ({
    AccountAliases: ['generated'],
    IsTruncated: false,
  }),
  ListSAMLProviders: ({ now }): ListSAMLProvidersResponse => ({
    SAMLProviderList: [
      {
        Arn: `arn:aws:iam::${accountId}:saml-provider/AWSSSO_generated_DO_NOT_DELETE`,
        CreateDate: daysBefore(now, 900),
        ValidUntil: daysBefore(now, -2000),
      },
    ],
  }),
  ListServerCertificates: (question): ListServerCertificatesResponse => {
    const { serverCertificates } = question.size.counts;
    const { items, next } = pageOf(question, iamPages, serverCertificates, (index) => {
      const ServerCertificateName = numbered('certificate', index);
      const isExpired = percent('expired', 'certificate', index) < 50;
      return {
        ServerCertificateName,
        ServerCertificateId: iamId('ASCA', index),
        Arn: `arn:aws:iam::${accountId}:server-certificate/${ServerCertificateName}`,
        Path: '/',
        UploadDate: daysBefore(question.now, 500),
        Expiration: daysBefore(question.now, isExpired ? 30 : -300),
      };
    });
    return { ServerCertificateMetadataList: items, ...turned(next) };
  },
  // The account is a member of its organisation, whose management account alone sees the features.
  ListOrganizationsFeatures: (): Refusal =>
    refuse('AccountNotManagementOrDelegatedAdministratorException'),
} satisfies Answerers;

export function userOf({ name, id, arn, madeAt, password }: Person): User {
  return {
    UserName: name,
    UserId: id,
    Arn: arn,
    Path: '/',
    CreateDate: madeAt,
    ...(password?.usedAt ? { PasswordLastUsed: password.usedAt } : {}),
  };
}

/** One list of all kinds that the filter lets through, cut into pages as a whole. */
function authorizationDetails(question: Question): GetAccountAuthorizationDetailsResponse {
  const { counts } = question.size;
  const kinds = [
    ['User', counts.users, 'UserDetailList', userDetail],
    ['Group', counts.groups, 'GroupDetailList', groupDetail],
    ['Role', counts.roles, 'RoleDetailList', roleDetail],
    ['LocalManagedPolicy', counts.policies, 'Policies', localPolicy],
    ['AWSManagedPolicy', awsPolicies.length, 'Policies', awsPolicy],
  ] as const;
  const filter = question.texts('Filter');
  const makers = kinds.flatMap(([kind, count, list, make]) =>
    filter.length > 0 && !filter.includes(kind) ? [] : [{ count, list, make }],
  );
  const total = makers.reduce((sum, { count }) => sum + count, 0);
  const page = pageOf(question, iamPages, total, (index) => place(makers, question, index));
  const of = (list: string) => page.items.filter((each) => each.list === list);
  return {
    UserDetailList: of('UserDetailList').map(({ item }) => item),
    GroupDetailList: of('GroupDetailList').map(({ item }) => item),
    RoleDetailList: of('RoleDetailList').map(({ item }) => item),
    Policies: of('Policies').map(({ item }) => item),
    ...turned(page.next),
  };
}

interface Maker {
  readonly count: number;
  readonly list: string;
  readonly make: (account: Account, index: number) => object;
}

function place(makers: readonly Maker[], account: Account, index: number) {
  let before = 0;
  for (const { count, list, make } of makers) {
    if (index < before + count) return { list, item: make(account, index - before) };
    before += count;
  }
  throw new Error(`There is no detail ${index}.`);
}
