/** What the organisation is asked, and what is kept of its answers. */
import { AccountClient, ListRegionsCommand } from '@aws-sdk/client-account';
import {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
} from '@aws-sdk/client-cloudtrail';
import {
  ConfigServiceClient,
  DescribeConfigurationAggregatorsCommand,
} from '@aws-sdk/client-config-service';
import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient, ListOrganizationsFeaturesCommand } from '@aws-sdk/client-iam';
import {
  DescribeEffectivePolicyCommand,
  DescribeOrganizationCommand,
  DescribePolicyCommand,
  ListAccountsForParentCommand,
  ListDelegatedAdministratorsCommand,
  ListDelegatedServicesForAccountCommand,
  ListOrganizationalUnitsForParentCommand,
  ListPoliciesCommand,
  ListRootsCommand,
  ListTargetsForPolicyCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { realClock } from '../../../src/aws/clock.ts';
import { connect } from '../../../src/aws/live/connection.ts';
import { liveTransport } from '../../../src/aws/live/live.ts';
import { isWhole, readingShape } from '../../../src/fleet/organization/reading.ts';
import { openDirectory } from '../../../src/run/fleet/organization.ts';
import { answer, fault } from '../../support/answers.ts';
import { now } from '../../support/check-tester.ts';

const organizations = mockClient(OrganizationsClient);
const iam = mockClient(IAMClient);
const cloudtrail = mockClient(CloudTrailClient);
const config = mockClient(ConfigServiceClient);
const account = mockClient(AccountClient);
const ec2 = mockClient(EC2Client);
const all = [organizations, iam, cloudtrail, config, account, ec2];

const [management, shop, closed] = ['111111111111', '333333333333', '999999999999'];
const guard = '{"Version":"2012-10-17","Statement":[]}';
const trail = {
  TrailARN: `arn:aws:cloudtrail:eu-west-1:${management}:trail/all`,
  Name: 'all',
  HomeRegion: 'eu-west-1',
  IsMultiRegionTrail: true,
};

function policy(Id: string, AwsManaged: boolean) {
  return { Id, Name: Id, AwsManaged, Arn: `arn:aws:organizations::aws:policy/${Id}` };
}

/** The root with the management account, and a unit with one account and one that is closed. */
beforeEach(() => {
  for (const each of all) each.reset();
  const turnedOn = ['SERVICE_CONTROL_POLICY', 'S3_POLICY'] as const;
  organizations
    .on(DescribeOrganizationCommand)
    .resolves(
      answer({ Organization: { Id: 'o-1', MasterAccountId: management, FeatureSet: 'ALL' } }),
    )
    .on(ListRootsCommand)
    .resolves(
      answer({
        Roots: [
          {
            Id: 'r-1',
            Name: 'Root',
            PolicyTypes: [
              ...turnedOn.map((Type) => ({ Type, Status: 'ENABLED' as const })),
              { Type: 'TAG_POLICY', Status: 'PENDING_DISABLE' },
            ],
          },
        ],
      }),
    )
    .on(ListAccountsForParentCommand, { ParentId: 'r-1' })
    .resolves(answer({ Accounts: [{ Id: management, State: 'ACTIVE' }] }))
    .on(ListAccountsForParentCommand, { ParentId: 'ou-1' })
    .resolves(
      answer({
        Accounts: [
          { Id: closed, State: 'SUSPENDED' },
          { Id: shop, Status: 'ACTIVE' },
        ],
      }),
    )
    .on(ListOrganizationalUnitsForParentCommand, { ParentId: 'r-1' })
    .resolves(answer({ OrganizationalUnits: [{ Id: 'ou-1', Name: 'workloads' }] }))
    .on(ListOrganizationalUnitsForParentCommand, { ParentId: 'ou-1' })
    .resolves(answer({ OrganizationalUnits: [] }))
    .on(ListPoliciesCommand, { Filter: 'SERVICE_CONTROL_POLICY' })
    .resolves(answer({ Policies: [policy('p-Full', true)], NextToken: '2' }))
    .on(ListPoliciesCommand, { Filter: 'SERVICE_CONTROL_POLICY', NextToken: '2' })
    .resolves(answer({ Policies: [policy('p-1', false)] }))
    .on(ListPoliciesCommand, { Filter: 'RESOURCE_CONTROL_POLICY' })
    .resolves(answer({ Policies: [policy('p-RCPFull', true)] }))
    .on(ListPoliciesCommand, { Filter: 'S3_POLICY' })
    .resolves(answer({ Policies: [policy('p-s3', false)] }))
    .on(ListTargetsForPolicyCommand)
    .resolves(answer({ Targets: [{ TargetId: 'r-1' }, { TargetId: 'ou-1' }] }))
    .on(ListTargetsForPolicyCommand, { PolicyId: 'p-s3' })
    .resolves(answer({ Targets: [{ TargetId: 'ou-1' }] }))
    .on(DescribePolicyCommand)
    .resolves(answer({ Policy: { Content: guard } }))
    .on(DescribeEffectivePolicyCommand, { PolicyType: 'S3_POLICY', TargetId: shop })
    .resolves(answer({ EffectivePolicy: { PolicyContent: '{"s3_attributes":{}}' } }))
    .on(ListDelegatedAdministratorsCommand)
    .resolves(answer({ DelegatedAdministrators: [{ Id: shop }] }))
    .on(ListDelegatedServicesForAccountCommand, { AccountId: shop })
    .resolves(answer({ DelegatedServices: [{ ServicePrincipal: 'guardduty.amazonaws.com' }] }));
  iam.on(ListOrganizationsFeaturesCommand).resolves(answer({ EnabledFeatures: ['RootSessions'] }));
  cloudtrail
    .on(DescribeTrailsCommand)
    .resolves(
      answer({
        trailList: [
          { ...trail, IsOrganizationTrail: true },
          { ...trail, TrailARN: `${trail.TrailARN}-own`, IsOrganizationTrail: false },
        ],
      }),
    )
    .on(GetTrailStatusCommand, { Name: trail.TrailARN })
    .resolves(answer({ IsLogging: true }))
    .on(GetEventSelectorsCommand, { TrailName: trail.TrailARN })
    .resolves(
      answer({
        EventSelectors: [
          { ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [] },
        ],
      }),
    );
  account.on(ListRegionsCommand).resolves(
    answer({
      Regions: [
        { RegionName: 'us-east-1', RegionOptStatus: 'ENABLED_BY_DEFAULT' },
        { RegionName: 'eu-west-1', RegionOptStatus: 'ENABLED_BY_DEFAULT' },
        { RegionName: 'af-south-1', RegionOptStatus: 'DISABLED' },
      ],
    }),
  );
  config
    .on(DescribeConfigurationAggregatorsCommand)
    .resolves(answer({ ConfigurationAggregators: [] }));
});

async function read(askedBy = management) {
  const { signal } = new AbortController();
  const credentials = () =>
    Promise.resolve({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' });
  const connection = connect({ credentials });
  const transport = liveTransport({
    connection,
    share: 1,
    clock: realClock,
    signal,
    onHopeless: () => undefined,
  });
  const ended = () => ({ status: 'complete', finishedAt: now.toISOString() }) as const;
  const source = { transport, homeRegion: 'us-east-1', startedAt: now, ended };
  return readingShape.parse(await openDirectory(source).organization(askedBy));
}

it('what it tells is kept, without closed accounts and without trails that are not its own', async () => {
  const reading = await read();
  expect(reading).toMatchObject({
    askedBy: management,
    organization: { value: { id: 'o-1', managementAccount: management, hasAllFeatures: true } },
    policyTypes: { value: ['SERVICE_CONTROL_POLICY', 'S3_POLICY'] },
    units: {
      value: [
        { id: 'r-1', name: 'Root', parent: null, accounts: { value: [management] } },
        { id: 'ou-1', name: 'workloads', parent: 'r-1', accounts: { value: [shop] } },
      ],
    },
    scps: {
      value: [
        { id: 'p-Full', isAws: true, targets: { value: ['r-1', 'ou-1'] } },
        { id: 'p-1', isAws: false, content: { value: guard } },
      ],
    },
    rcps: { value: [{ id: 'p-RCPFull', isAws: true, targets: { value: [] } }] },
    administrators: {
      value: [{ account: shop, services: { value: ['guardduty.amazonaws.com'] } }],
    },
    rootFeatures: { value: ['RootSessions'] },
    trails: {
      value: [
        {
          arn: trail.TrailARN,
          coversEveryRegion: true,
          isLogging: { value: true },
          deliveryError: { value: null },
          recordsManagement: { value: true },
        },
      ],
    },
    aggregators: { value: [] },
  });
  expect(isWhole(reading)).toBe(true);
});

it('an effective policy is asked of one account of those that are alike, and of none without', async () => {
  expect((await read()).s3).toEqual({
    value: [
      { accounts: [management], content: { value: null } },
      { accounts: [shop], content: { value: '{"s3_attributes":{}}' } },
    ],
  });
  expect((await read()).ec2).toEqual({
    value: [{ accounts: [management, shop], content: { value: null } }],
  });
  const asked = organizations.commandCalls(DescribeEffectivePolicyCommand);
  expect(asked.map(({ args: [{ input }] }) => input.TargetId)).toEqual([shop, shop]);
  const filters = organizations
    .commandCalls(ListPoliciesCommand)
    .map(({ args: [{ input }] }) => input.Filter);
  expect(filters).not.toContain('DECLARATIVE_POLICY_EC2');
});

describe('aggregators of AWS Config', () => {
  const aggregator = (AllAwsRegions: boolean) =>
    answer({
      ConfigurationAggregators: [
        {
          ConfigurationAggregatorName: 'all',
          OrganizationAggregationSource: {
            RoleArn: 'arn:aws:iam::111111111111:role/config',
            AllAwsRegions,
            ...(!AllAwsRegions && { AwsRegions: ['eu-west-1'] }),
          },
        },
        { ConfigurationAggregatorName: 'of-accounts', AccountAggregationSources: [] },
      ],
    });

  it('are looked for in every Region that is enabled, unless the home Region has one of all', async () => {
    await read();
    expect(config.commandCalls(DescribeConfigurationAggregatorsCommand)).toHaveLength(2);
    config.reset();
    config.on(DescribeConfigurationAggregatorsCommand).resolves(aggregator(true));
    expect((await read()).aggregators).toEqual({
      value: [{ name: 'all', region: 'us-east-1', regions: null }],
    });
    expect(config.commandCalls(DescribeConfigurationAggregatorsCommand)).toHaveLength(1);
  });

  it('are told by the Regions that they gather', async () => {
    config.on(DescribeConfigurationAggregatorsCommand).resolves(aggregator(false));
    expect((await read()).aggregators).toMatchObject({ value: [{ regions: ['eu-west-1'] }, {}] });
  });

  it('are unknown where a Region does not tell, and none that is known gathers all', async () => {
    config
      .on(DescribeConfigurationAggregatorsCommand)
      .resolvesOnce(answer({ ConfigurationAggregators: [] }))
      .rejects(fault('AccessDeniedException'));
    expect((await read()).aggregators).toMatchObject({
      cause: expect.stringContaining('config:DescribeConfigurationAggregators'),
    });
  });
});

describe('central root access', () => {
  beforeEach(() => {
    const code = 'AccountNotManagementOrDelegatedAdministratorException';
    iam.on(ListOrganizationsFeaturesCommand).rejects(fault(code));
  });

  it('is off where IAM does not tell the management account', async () => {
    expect((await read()).rootFeatures).toEqual({ value: [] });
  });

  it('is unknown where it does not tell another', async () => {
    const { rootFeatures } = await read(shop);
    expect(rootFeatures).toMatchObject({ cure: expect.stringContaining('management account') });
  });
});

it('what may not be read says why and what to do, and hides nothing else', async () => {
  organizations.on(DescribePolicyCommand).rejects(fault('AccessDeniedException'));
  const reading = await read();
  expect(reading.scps).toMatchObject({
    value: [
      { id: 'p-Full', targets: { value: ['r-1', 'ou-1'] } },
      {
        content: {
          cause: expect.stringContaining('needs organizations:DescribePolicy'),
          cure: expect.stringContaining('srm-scan policy --org'),
        },
      },
    ],
  });
  expect(isWhole(reading)).toBe(false);
});

it('an organisation that tells nothing is one of which all is unknown', async () => {
  for (const each of all) each.reset();
  const refusal = fault('AccessDeniedException');
  organizations.onAnyCommand().rejects(refusal);
  iam.onAnyCommand().rejects(refusal);
  cloudtrail.onAnyCommand().rejects(refusal);
  config.onAnyCommand().rejects(refusal);
  account.onAnyCommand().rejects(refusal);
  ec2.onAnyCommand().rejects(refusal);
  const { schema: _schema, at: _at, askedBy: _askedBy, requests, ...told } = await read();
  expect(requests['organizations']).toBeGreaterThan(0);
  for (const [name, value] of Object.entries(told)) {
    expect(value, name).toMatchObject({ cause: expect.stringContaining('AccessDenied') });
  }
});
