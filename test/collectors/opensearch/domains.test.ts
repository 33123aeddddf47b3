import {
  DescribeDomainsCommand,
  type DomainStatus,
  ListDomainNamesCommand,
  OpenSearchClient,
} from '@aws-sdk/client-opensearch';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { domains } from '../../../src/collectors/opensearch/domains.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(OpenSearchClient);

beforeEach(() => {
  client.reset();
});

function status(name: string, members: Partial<DomainStatus> = {}): DomainStatus {
  return {
    DomainId: `111122223333/${name}`,
    DomainName: name,
    ARN: `arn:aws:es:eu-west-1:111122223333:domain/${name}`,
    ClusterConfig: {},
    Deleted: false,
    Endpoint: `search-${name}.eu-west-1.es.amazonaws.com`,
    EncryptionAtRestOptions: { Enabled: true },
    DomainEndpointOptions: {
      EnforceHTTPS: true,
      TLSSecurityPolicy: 'Policy-Min-TLS-1-2-PFS-2023-10',
    },
    ...members,
  };
}

function having(...statuses: readonly DomainStatus[]) {
  const names = statuses.map(({ DomainName }) => ({ DomainName }));
  client
    .on(ListDomainNamesCommand)
    .resolves(answer({ DomainNames: names }))
    .on(DescribeDomainsCommand)
    .callsFake(({ DomainNames: asked }: { readonly DomainNames: readonly string[] }) =>
      answer({
        DomainStatusList: statuses.filter(({ DomainName = '' }) => asked.includes(DomainName)),
      }),
    );
}

const valueOf = (observed: Observed<unknown>) => {
  const state = Observed.open(observed);
  return state.known ? state.value : 'unknown';
};

describe('domains', () => {
  it('are described five at a time', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    having(...names.map((name) => status(name)));
    const { value } = await gatherFrom(domains);
    expect(value.items.map(({ name }) => name)).toEqual(names);
    const asked = client.commandCalls(DescribeDomainsCommand).map(({ args: [{ input }] }) => input);
    expect(asked).toEqual([{ DomainNames: names.slice(0, 5) }, { DomainNames: ['f'] }]);
  });

  it('where there is none nothing more is asked', async () => {
    having();
    const { value } = await gatherFrom(domains);
    expect(value).toMatchObject({ items: [], gaps: [] });
    expect(client.commandCalls(DescribeDomainsCommand)).toEqual([]);
  });

  it('that are being deleted are none', async () => {
    having(status('leaving', { Deleted: true }));
    const { value } = await gatherFrom(domains);
    expect(value).toMatchObject({ items: [], gaps: [] });
  });

  it('are in a VPC or public as they say, and one that has neither yet is not known', async () => {
    having(
      status('public'),
      status('private', { Endpoint: undefined, VPCOptions: { VPCId: 'vpc-1' } }),
      status('new', { Endpoint: undefined }),
    );
    const { value } = await gatherFrom(domains);
    expect(value.items.map(({ name, isInVpc }) => [name, valueOf(isInVpc)])).toEqual([
      ['public', false],
      ['private', true],
      ['new', 'unknown'],
    ]);
  });

  it('of which a setting is not told have it unreadable', async () => {
    having(status('a', { EncryptionAtRestOptions: undefined, DomainEndpointOptions: undefined }));
    const { value } = await gatherFrom(domains);
    const told = value.items.flatMap((each) =>
      [each.encrypted, each.enforcesHttps, each.tlsPolicy].map(valueOf),
    );
    expect(told).toEqual(['unknown', 'unknown', 'unknown']);
  });
});
