import {
  DescribeRepositoriesCommand,
  ECRClient,
  GetLifecyclePolicyCommand,
  GetRegistryScanningConfigurationCommand,
  GetRepositoryPolicyCommand,
  type Repository,
} from '@aws-sdk/client-ecr';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { registryScanning, takesIn } from '../../../src/collectors/ecr/registry-scanning.ts';
import {
  lifecycleRules,
  repositories,
  repositoryPolicies,
} from '../../../src/collectors/ecr/repositories.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(ECRClient);

const api = {
  repositoryArn: 'arn:aws:ecr:eu-west-1:111122223333:repository/shop/api',
  registryId: '111122223333',
  repositoryName: 'shop/api',
  imageTagMutability: 'MUTABLE',
  imageScanningConfiguration: { scanOnPush: true },
  encryptionConfiguration: { encryptionType: 'AES256' },
} as const satisfies Repository;

beforeEach(() => {
  client.reset();
});

function given(...found: readonly Repository[]) {
  client.on(DescribeRepositoriesCommand).resolves(answer({ repositories: [...found] }));
}

describe('repositories', () => {
  it('are those of every page', async () => {
    const web = { ...api, repositoryArn: `${api.repositoryArn}2`, repositoryName: 'shop/api2' };
    client
      .on(DescribeRepositoriesCommand)
      .resolves(answer({ repositories: [api], nextToken: 'more' }))
      .on(DescribeRepositoriesCommand, { nextToken: 'more' })
      .resolves(answer({ repositories: [web] }));
    const { value } = await gatherFrom(repositories);
    expect(value).toMatchObject({ items: [{ name: 'shop/api' }, { name: 'shop/api2' }], gaps: [] });
  });

  it('of an account that may not be asked are a gap', async () => {
    client.on(DescribeRepositoriesCommand).rejects(fault('AccessDeniedException'));
    const { value } = await gatherFrom(repositories);
    expect(value).toMatchObject({ items: [], gaps: [{ reason: 'denied' }] });
  });

  it.each([
    { set: {}, tags: { mode: 'MUTABLE', except: [] } },
    {
      set: {
        imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION' as const,
        imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD' as const, filter: 'dev-*' }],
      },
      tags: { mode: 'IMMUTABLE', except: ['dev-*'] },
    },
  ])('have tags as $tags.mode', async ({ set, tags }) => {
    given({ ...api, ...set });
    const { value } = await gatherFrom(repositories);
    expect(value.items.map((each) => Observed.open(each.tags))).toMatchObject([{ value: tags }]);
  });

  it('without a flag stay, and the flag alone is unreadable', async () => {
    const { imageScanningConfiguration: _flag, ...without } = api;
    given(without);
    const { value } = await gatherFrom(repositories);
    expect(value.gaps).toEqual([]);
    const [only] = value.items;
    expect(only && Observed.open(only.scansOnPush)).toMatchObject({ known: false });
    expect(only && Observed.open(only.tags)).toMatchObject({ known: true });
  });
});

describe('the policy of a repository', () => {
  async function policyOf() {
    given(api);
    const { value, gathered } = await gatherFrom(repositoryPolicies);
    const [only] = gathered.get(repositories, 'eu-west-1').items;
    return only && Observed.open(value.of(only));
  }

  it('is null where there is none', async () => {
    client.on(GetRepositoryPolicyCommand).rejects(fault('RepositoryPolicyNotFoundException'));
    expect(await policyOf()).toMatchObject({ value: null });
  });

  it('is not guessed from what is no policy', async () => {
    client.on(GetRepositoryPolicyCommand).resolves(answer({ policyText: '{' }));
    expect(await policyOf()).toMatchObject({ causes: [{ reason: 'failed' }] });
  });

  it('of a repository that was deleted since says so', async () => {
    client.on(GetRepositoryPolicyCommand).rejects(fault('RepositoryNotFoundException'));
    expect(await policyOf()).toMatchObject({ causes: [{ reason: 'gone' }] });
  });
});

describe('the lifecycle policy of a repository', () => {
  async function rulesOf() {
    given(api);
    const { value, gathered } = await gatherFrom(lifecycleRules);
    const [only] = gathered.get(repositories, 'eu-west-1').items;
    return only && Observed.open(value.of(only));
  }

  it('has as many rules as it has', async () => {
    client
      .on(GetLifecyclePolicyCommand)
      .resolves(answer({ lifecyclePolicyText: '{"rules":[{"rulePriority":1}]}' }));
    expect(await rulesOf()).toMatchObject({ value: 1 });
  });

  it('has none where there is none', async () => {
    client.on(GetLifecyclePolicyCommand).rejects(fault('LifecyclePolicyNotFoundException'));
    expect(await rulesOf()).toMatchObject({ value: 0 });
  });

  it.each(['{}', 'no json', '{"rules":{}}'])('is not guessed from %s', async (text) => {
    client.on(GetLifecyclePolicyCommand).resolves(answer({ lifecyclePolicyText: text }));
    expect(await rulesOf()).toMatchObject({ causes: [{ reason: 'failed' }] });
  });
});

describe('the scanning of the registry', () => {
  const rules = (scanFrequency: string) =>
    JSON.parse(
      JSON.stringify([
        { scanFrequency, repositoryFilters: [{ filter: 'shop/*', filterType: 'WILDCARD' }] },
      ]),
    );

  async function scanning() {
    const { value } = await gatherFrom(registryScanning);
    return Observed.open(value.of({ arn: api.repositoryArn }));
  }

  beforeEach(() => {
    given(api);
  });

  it('is not asked for where there is no repository', async () => {
    given();
    const { ledger } = await gatherFrom(registryScanning);
    expect(ledger.lines.map(({ operation }) => operation)).toEqual(['DescribeRepositories']);
  });

  it('is basic, without rules, where nothing was set', async () => {
    const scanningConfiguration = { scanType: 'BASIC' as const, rules: [] };
    client
      .on(GetRegistryScanningConfigurationCommand)
      .resolves(answer({ registryId: '111122223333', scanningConfiguration }));
    expect(await scanning()).toMatchObject({ value: { type: 'BASIC', rules: [] } });
  });

  it('has rules with the names that they take in', async () => {
    const scanningConfiguration = {
      scanType: 'ENHANCED' as const,
      rules: rules('CONTINUOUS_SCAN'),
    };
    client.on(GetRegistryScanningConfigurationCommand).resolves(answer({ scanningConfiguration }));
    expect(await scanning()).toMatchObject({
      value: { type: 'ENHANCED', rules: [{ frequency: 'CONTINUOUS_SCAN', filters: ['shop/*'] }] },
    });
  });

  it('is not guessed from a frequency that is unheard of, or an answer without rules', async () => {
    const scanningConfiguration = { scanType: 'BASIC' as const, rules: rules('HOURLY') };
    client
      .on(GetRegistryScanningConfigurationCommand)
      .resolvesOnce(answer({ scanningConfiguration }))
      .resolves(answer({ scanningConfiguration: { scanType: 'BASIC' as const } }));
    expect(await scanning()).toMatchObject({ causes: [{ reason: 'failed' }] });
    expect(await scanning()).toMatchObject({ causes: [{ reason: 'failed' }] });
  });
});

describe('a filter of names', () => {
  it.each(['prod', 'repo-prod', 'prod-repo', 'repo-prod-repo'])(
    'without an asterisk takes in what contains it: %s',
    (name) => {
      expect(takesIn('prod', name)).toBe(true);
    },
  );

  it.each([
    { filter: '*', name: 'shop/api', takes: true },
    { filter: '*prod', name: 'repo-prod', takes: true },
    { filter: '*prod', name: 'prod-repo', takes: false },
    { filter: 'prod*', name: 'prod', takes: true },
    { filter: 'prod*', name: 'repo-prod', takes: false },
    { filter: 'shop/*/api', name: 'shop/eu/api', takes: true },
    { filter: 'ab*ba', name: 'aba', takes: false },
    { filter: 'a*b*c', name: 'a-c-b', takes: false },
    { filter: 'prod', name: 'staging', takes: false },
  ])('$filter takes in $name: $takes', ({ filter, name, takes }) => {
    expect(takesIn(filter, name)).toBe(takes);
  });
});
