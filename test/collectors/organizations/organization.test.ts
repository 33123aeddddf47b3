import {
  DescribeOrganizationCommand,
  ListAccountsCommand,
  ListDelegatedAdministratorsCommand,
  ListPoliciesCommand,
  ListRootsCommand,
  ListTargetsForPolicyCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  delegatedAdministrators,
  inMember,
  inNone,
  organizationAccounts,
} from '../../../src/collectors/organizations/accounts.ts';
import { guardrails } from '../../../src/collectors/organizations/guardrails.ts';
import { Observed, startReading } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { account } from '../../support/check-tester.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(OrganizationsClient);
const { read } = startReading();

function managedBy(MasterAccountId: string): void {
  client
    .on(DescribeOrganizationCommand)
    .resolves(answer({ Organization: { Id: 'o-exampleorgid', MasterAccountId } }));
}

beforeEach(() => {
  client.reset();
  managedBy(account);
});

describe('the accounts of the organization', () => {
  it('are those of every page', async () => {
    client
      .on(ListAccountsCommand)
      .resolves(answer({ Accounts: [{ Id: account }], NextToken: '2' }))
      .on(ListAccountsCommand, { NextToken: '2' })
      .resolves(answer({ Accounts: [{ Id: '444455556666' }] }));
    const { value } = await gatherFrom(organizationAccounts);
    expect(read(value)).toEqual([account, '444455556666']);
  });

  it('are not asked for in a member account, nor without an organization', async () => {
    managedBy('999988887777');
    expect(read((await gatherFrom(organizationAccounts)).value)).toBe(inMember);
    client.on(DescribeOrganizationCommand).rejects(fault('AWSOrganizationsNotInUseException'));
    expect(read((await gatherFrom(organizationAccounts)).value)).toBe(inNone);
    expect(client.commandCalls(ListAccountsCommand)).toEqual([]);
  });

  it('are unknown where the organization is, and where the list was cut', async () => {
    client.on(DescribeOrganizationCommand).rejects(fault('AccessDeniedException'));
    const { value } = await gatherFrom(organizationAccounts);
    expect(Observed.open(value)).toMatchObject({ causes: [{ reason: 'denied' }] });
    managedBy(account);
    client
      .on(ListAccountsCommand)
      .resolves(answer({ Accounts: [{ Id: account }], NextToken: '2' }))
      .on(ListAccountsCommand, { NextToken: '2' })
      .rejects(fault('AccessDeniedException'));
    const cut = await gatherFrom(organizationAccounts);
    expect(Observed.open(cut.value)).toMatchObject({ causes: [{ reason: 'denied' }] });
  });
});

it('delegated administrators are told by their ids', async () => {
  client
    .on(ListDelegatedAdministratorsCommand)
    .resolves(answer({ DelegatedAdministrators: [{ Id: '444455556666', Name: 'Security' }] }));
  const { value } = await gatherFrom(delegatedAdministrators);
  expect(value.items.map(({ administrators }) => read(administrators))).toEqual([['444455556666']]);
});

describe('guardrails', () => {
  const policy = (id: string, AwsManaged: boolean) => ({
    Id: id,
    Arn: `arn:aws:organizations::${account}:policy/o-exampleorgid/service_control_policy/${id}`,
    Name: id,
    AwsManaged,
  });
  beforeEach(() => {
    const PolicyTypes = [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' } as const];
    client
      .on(ListRootsCommand)
      .resolves(answer({ Roots: [{ Arn: 'arn:root', Id: 'r-1', PolicyTypes }] }))
      .on(ListPoliciesCommand)
      .resolves(answer({ Policies: [] }))
      .on(ListPoliciesCommand, { Filter: 'SERVICE_CONTROL_POLICY' })
      .resolves(answer({ Policies: [policy('p-FullAWSAccess', true), policy('p-1', false)] }))
      .on(ListTargetsForPolicyCommand)
      .resolves(answer({ Targets: [{ TargetId: 'r-1' }] }));
  });

  async function found() {
    const { value } = await gatherFrom(guardrails);
    const [resource] = value.items;
    if (!resource) throw new Error('the account was not listed');
    const state = read(resource.guardrails);
    if (typeof state === 'string') throw new Error(state);
    return state;
  }

  it('are the policies that the customer wrote, and whom they hold for is asked of no other', async () => {
    const { enabled, written } = await found();
    expect(read(enabled)).toEqual(['SERVICE_CONTROL_POLICY']);
    expect(read(written).map(({ name, isAttached }) => [name, read(isAttached)])).toEqual([
      ['p-1', true],
    ]);
    expect(client.commandCalls(ListTargetsForPolicyCommand)).toHaveLength(1);
  });

  it('attached to nothing are told as such; where that may not be read, nothing is', async () => {
    client.on(ListTargetsForPolicyCommand).resolves(answer({ Targets: [] }));
    const [free] = read((await found()).written);
    expect(free && read(free.isAttached)).toBe(false);
    client.on(ListTargetsForPolicyCommand).rejects(fault('AccessDeniedException'));
    const [unknown] = read((await found()).written);
    expect(unknown && Observed.open(unknown.isAttached)).toMatchObject({ known: false });
  });

  it('of a kind that is on its way are not in force', async () => {
    const PolicyTypes = [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'PENDING_ENABLE' } as const];
    client
      .on(ListRootsCommand)
      .resolves(answer({ Roots: [{ Arn: 'arn:root', Id: 'r-1', PolicyTypes }] }));
    expect(read((await found()).enabled)).toEqual([]);
  });
});
