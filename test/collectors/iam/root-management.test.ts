import { IAMClient, ListOrganizationsFeaturesCommand } from '@aws-sdk/client-iam';
import { DescribeOrganizationCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { rootManagement } from '../../../src/collectors/iam/root-management.ts';
import { startReading } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { account } from '../../support/check-tester.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const organizations = mockClient(OrganizationsClient);
const iam = mockClient(IAMClient);

const managedBy = (MasterAccountId: string) =>
  organizations.on(DescribeOrganizationCommand).resolves(
    answer({
      Organization: { Id: 'o-exampleorgid', MasterAccountId, MasterAccountEmail: 'a@example.com' },
    }),
  );
const features = iam.on.bind(iam, ListOrganizationsFeaturesCommand);

async function decision() {
  const { value } = await gatherFrom(rootManagement);
  const [found] = value.items;
  if (!found) throw new Error('the account is missing');
  return startReading().read(found.rootManagement);
}

beforeEach(() => {
  organizations.reset();
  iam.reset();
});

describe('who decides on central root access', () => {
  it('the management account sees its features', async () => {
    managedBy(account);
    features().resolves(answer({ EnabledFeatures: ['RootCredentialsManagement'] }));
    expect(await decision()).toEqual({ decided: 'here', features: ['RootCredentialsManagement'] });
  });

  it('a delegated administrator sees them too, whatever it may not describe', async () => {
    organizations.on(DescribeOrganizationCommand).rejects(fault('AccessDeniedException'));
    features().resolves(answer({ EnabledFeatures: ['RootSessions'] }));
    expect(await decision()).toEqual({ decided: 'here', features: ['RootSessions'] });
  });

  it.each(['ServiceAccessNotEnabledException', 'OrganizationNotInAllFeaturesModeException'])(
    '%s in the management account means that every feature is off',
    async (code) => {
      managedBy(account);
      features().rejects(fault(code));
      expect(await decision()).toEqual({ decided: 'here', features: [] });
    },
  );

  it('a member account is refused, and that is an answer', async () => {
    managedBy('444455556666');
    features().rejects(fault('AccountNotManagementOrDelegatedAdministratorException'));
    expect(await decision()).toEqual({ decided: 'in the management account' });
  });

  it('an account in no organization needs no second answer', async () => {
    organizations
      .on(DescribeOrganizationCommand)
      .rejects(fault('AWSOrganizationsNotInUseException'));
    features().rejects(fault('AccessDenied'));
    expect(await decision()).toEqual({ decided: 'nowhere' });
  });

  it('a denial is no answer', async () => {
    managedBy(account);
    features().rejects(fault('AccessDenied'));
    await expect(decision()).rejects.toThrow('iam:ListOrganizationsFeatures');
  });
});
