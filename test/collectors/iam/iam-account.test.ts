import {
  GetAccountPasswordPolicyCommand,
  GetAccountSummaryCommand,
  IAMClient,
  ListSAMLProvidersCommand,
  ListServerCertificatesCommand,
  ListVirtualMFADevicesCommand,
} from '@aws-sdk/client-iam';
import { ListInstancesCommand, SSOAdminClient } from '@aws-sdk/client-sso-admin';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { accountSummary } from '../../../src/collectors/iam/account-summary.ts';
import { federation } from '../../../src/collectors/iam/identity-providers.ts';
import { identityCenterInstances } from '../../../src/collectors/sso/instances.ts';
import {
  defaultPasswordPolicy,
  passwordPolicy,
} from '../../../src/collectors/iam/password-policy.ts';
import { serverCertificates } from '../../../src/collectors/iam/server-certificates.ts';
import { virtualMfaDevices } from '../../../src/collectors/iam/virtual-mfa-devices.ts';
import { startReading } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(IAMClient);
const identityCenter = mockClient(SSOAdminClient);
const { read } = startReading();

beforeEach(() => {
  client.reset();
  identityCenter.reset();
});

const userOf = (UserName: string) => ({
  UserName,
  Arn: `arn:aws:iam::111122223333:user/${UserName}`,
  Path: '/',
  UserId: 'AIDACKCEVSQ6C2EXAMPLE',
  CreateDate: new Date('2026-01-02T03:04:05Z'),
});
const virtualDevice = (SerialNumber: string, User?: ReturnType<typeof userOf>) => ({
  SerialNumber,
  ...(User ? { User } : {}),
});

describe('the account summary', () => {
  it('tells what root has', async () => {
    const SummaryMap = {
      AccountMFAEnabled: 1,
      AccountAccessKeysPresent: 0,
      AccountPasswordPresent: 1,
    };
    client.on(GetAccountSummaryCommand).resolves(answer({ SummaryMap }));
    const { value } = await gatherFrom(accountSummary);
    expect(read(value.rootMfa)).toBe(true);
    expect(read(value.rootKeys)).toBe(false);
    expect(read(value.rootPassword)).toBe('present');
  });

  it('takes an entry that is missing for unknown, not for none', async () => {
    const SummaryMap = { AccountAccessKeysPresent: 1 };
    client.on(GetAccountSummaryCommand).resolves(answer({ SummaryMap }));
    const { value } = await gatherFrom(accountSummary);
    expect(() => read(value.rootMfa)).toThrow('lacks AccountMFAEnabled');
    expect(read(value.rootKeys)).toBe(true);
    expect(read(value.rootPassword)).toBe('not-told');
  });

  it('I31 is unknown when it is denied', async () => {
    client.on(GetAccountSummaryCommand).rejects(fault('AccessDenied'));
    const { value } = await gatherFrom(accountSummary);
    const needed = 'needs iam:GetAccountSummary';
    expect(() => read(value.rootMfa)).toThrow(needed);
    expect(() => read(value.rootKeys)).toThrow(needed);
    expect(() => read(value.rootPassword)).toThrow(needed);
  });
});

describe('the password policy', () => {
  it('remembers nothing when it does not say how much', async () => {
    const PasswordPolicy = { MinimumPasswordLength: 14, ExpirePasswords: false };
    client.on(GetAccountPasswordPolicyCommand).resolves(answer({ PasswordPolicy }));
    const { value } = await gatherFrom(passwordPolicy);
    expect(value.items.map(({ policy }) => read(policy))).toMatchObject([
      { minimumLength: 14, remembered: 0, isDefault: false },
    ]);
  });

  it('tells of each kind of characters by itself whether it is asked for', async () => {
    const asks = { RequireUppercaseCharacters: true, RequireNumbers: false, RequireSymbols: true };
    const PasswordPolicy = { MinimumPasswordLength: 14, ...asks };
    client.on(GetAccountPasswordPolicyCommand).resolves(answer({ PasswordPolicy }));
    const { value } = await gatherFrom(passwordPolicy);
    const [asksFor] = value.items.map(({ policy }) => read(policy).asksFor);
    if (!asksFor) throw new Error('the account was not listed');
    expect(read(asksFor['an upper case letter'])).toBe(true);
    expect(read(asksFor['a digit'])).toBe(false);
    expect(read(asksFor['a symbol'])).toBe(true);
    expect(() => read(asksFor['a lower case letter'])).toThrow('RequireLowercaseCharacters');
  });

  it.each(['NoSuchEntity', 'NoSuchEntityException'])(
    'is the default of AWS on %s',
    async (code) => {
      client.on(GetAccountPasswordPolicyCommand).rejects(fault(code));
      const { value, ledger } = await gatherFrom(passwordPolicy);
      expect(value.items.map(({ policy }) => read(policy))).toEqual([defaultPasswordPolicy]);
      expect(ledger.lines[0]?.status).toBe('ok');
    },
  );
});

describe('virtual MFA devices', () => {
  it('name their user; one that names none is a gap', async () => {
    client.on(ListVirtualMFADevicesCommand, { AssignmentStatus: 'Assigned' }).resolves(
      answer({
        VirtualMFADevices: [virtualDevice('serial-1', userOf('ines')), virtualDevice('serial-2')],
      }),
    );
    const { value } = await gatherFrom(virtualMfaDevices);
    expect(value.items).toMatchObject([
      { serial: 'serial-1', user: 'arn:aws:iam::111122223333:user/ines' },
    ]);
    expect(value.gaps).toMatchObject([{ detail: 'the answer lacks User' }]);
  });
});

describe('server certificates', () => {
  it('without an end are there, their end unknown', async () => {
    const metadata = {
      Arn: 'arn:aws:iam::111122223333:server-certificate/shop',
      ServerCertificateName: 'shop',
      ServerCertificateId: 'ASCA1',
      Path: '/',
    };
    client
      .on(ListServerCertificatesCommand)
      .resolves(answer({ ServerCertificateMetadataList: [metadata] }));
    const { value } = await gatherFrom(serverCertificates);
    expect(value.items.map(({ name }) => name)).toEqual(['shop']);
    expect(() => value.items.map(({ expiresAt }) => read(expiresAt))).toThrow('lacks Expiration');
  });
});

describe('identity providers', () => {
  it('are unknown, not absent, when they may not be listed', async () => {
    client.on(ListSAMLProvidersCommand).rejects(fault('AccessDenied'));
    const { value } = await gatherFrom(federation);
    expect(() => value.items.map((item) => read(item.samlProviders))).toThrow('AccessDenied');
  });

  it('are looked for in every Region', async () => {
    const InstanceArn = 'arn:aws:sso:::instance/ssoins-7223b02ab9c7e1b4';
    client.on(ListSAMLProvidersCommand).resolves(answer({ SAMLProviderList: [] }));
    identityCenter
      .on(ListInstancesCommand)
      .resolvesOnce(answer({ Instances: [] }))
      .resolves(answer({ Instances: [{ InstanceArn }] }));
    const regions = ['eu-west-1', 'eu-central-1'];
    const { gathered } = await gatherFrom(identityCenterInstances, { regions });
    const found = [...gathered.everyRegion(identityCenterInstances).values()];
    expect(found.flatMap((listing) => listing?.items)).toEqual([InstanceArn]);
  });

  it('are looked for where the SAML providers may not be read', async () => {
    client.on(ListSAMLProvidersCommand).rejects(fault('AccessDenied'));
    identityCenter.on(ListInstancesCommand).resolves(answer({ Instances: [] }));
    expect((await gatherFrom(identityCenterInstances)).value?.items).toEqual([]);
  });

  it('are not looked for where IAM tells of a SAML provider', async () => {
    const Arn = 'arn:aws:iam::111122223333:saml-provider/AWSSSO_1_DO_NOT_DELETE';
    client.on(ListSAMLProvidersCommand).resolves(answer({ SAMLProviderList: [{ Arn }] }));
    expect((await gatherFrom(identityCenterInstances)).value).toBeNull();
    expect(identityCenter.calls()).toHaveLength(0);
  });
});
