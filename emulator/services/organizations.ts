import {
  AttachPolicyCommand,
  CreateAccountCommand,
  CreateOrganizationCommand,
  CreatePolicyCommand,
  EnablePolicyTypeCommand,
  ListRootsCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import * as sdk from '@aws-sdk/client-organizations';
import { organizations as service } from '../../src/collectors/organizations/service.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, US, must } from '../site.ts';
import type { Site } from '../site.ts';

/** The account manages an organisation of two, with a control policy; nobody else runs a service for it. */
async function plant(site: Site): Promise<void> {
  const client = site.client(OrganizationsClient, US, 900);
  await client.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  const { Roots } = await client.send(new ListRootsCommand({}));
  const RootId = must(Roots?.[0]?.Id, 'Roots[0].Id');
  const Type = 'SERVICE_CONTROL_POLICY';
  await client.send(new EnablePolicyTypeCommand({ RootId, PolicyType: Type }));
  const statement = { Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' };
  const made = await client.send(
    new CreatePolicyCommand({
      Type,
      Name: 'stay-in-the-organization',
      Description: 'No account may leave',
      Content: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
    }),
  );
  const PolicyId = must(made.Policy?.PolicySummary?.Id, 'Policy.PolicySummary.Id');
  await client.send(new AttachPolicyCommand({ PolicyId, TargetId: RootId }));
  await client.send(
    new CreateAccountCommand({ AccountName: 'audit', Email: 'audit@northwind-harbour.example' }),
  );
  const account = `arn:aws:iam::${ACCOUNT_ID}:root`;
  site.expect('organizations-guardrails-attached', account, 'pass');
  site.expect('organizations-delegated-administrators', account, 'fail');
}

export default emulate({ service, sdk, Client: OrganizationsClient, plant });
