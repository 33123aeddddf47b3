import * as sdk from '@aws-sdk/client-opensearch';
import { z } from 'zod';
import { opensearch as service } from '../../src/collectors/opensearch/service.ts';
import { success } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND } from '../site.ts';
import type { Site } from '../site.ts';

/** Moto does not say which VPC a domain is in. */
const state = z.strictObject({
  domains: z
    .array(
      z.strictObject({
        name: z.string(),
        vpc: z.string().optional(),
        isEncrypted: z.boolean(),
        enforcesHttps: z.boolean(),
        policy: z.string(),
      }),
    )
    .default([]),
});

/** The search of the shop is as it should be; a domain for logs was put on the internet. */
async function plant(site: Site): Promise<void> {
  await site.set(
    'state',
    opensearch.state({
      [HOME]: {
        domains: [
          {
            name: 'nwh-search',
            vpc: 'vpc-0a1b2c3d4e5f60718',
            isEncrypted: true,
            enforcesHttps: true,
            policy: 'Policy-Min-TLS-1-2-PFS-2023-10',
          },
        ],
      },
      [SECOND]: {
        domains: [
          {
            name: 'nwh-logs',
            isEncrypted: false,
            enforcesHttps: false,
            policy: 'Policy-Min-TLS-1-0-2019-07',
          },
        ],
      },
    }),
  );
  for (const check of ['encrypted', 'in-vpc', 'tls-policy']) {
    site.expect(`opensearch-domain-${check}`, 'nwh-search', 'pass');
    site.expect(`opensearch-domain-${check}`, 'nwh-logs', 'fail');
  }
}

const wanted = z.object({ DomainNames: z.array(z.string()) });

const opensearch = emulate({
  service,
  sdk,
  Client: sdk.OpenSearchClient,
  state,
  answers: {
    ListDomainNames: (request, { domains }) =>
      success(request, {
        DomainNames: domains.map(({ name }) => ({ DomainName: name, EngineType: 'OpenSearch' })),
      }),
    DescribeDomains: (request, { domains }) => {
      const { DomainNames } = wanted.parse(JSON.parse(request.body.toString()));
      const asked = domains.filter(({ name }) => DomainNames.includes(name));
      return success(request, {
        DomainStatusList: asked.map(({ name, vpc, isEncrypted, enforcesHttps, policy }) => {
          const host = `${name}-0123456789.${request.region}.es.amazonaws.com`;
          return {
            DomainId: `${ACCOUNT_ID}/${name}`,
            DomainName: name,
            ARN: `arn:aws:es:${request.region}:${ACCOUNT_ID}:domain/${name}`,
            Created: true,
            Deleted: false,
            ...(vpc === undefined
              ? { Endpoint: `search-${host}` }
              : { Endpoints: { vpc: `vpc-${host}` }, VPCOptions: { VPCId: vpc } }),
            EngineVersion: 'OpenSearch_2.17',
            ClusterConfig: { InstanceType: 'm7g.medium.search', InstanceCount: 1 },
            EncryptionAtRestOptions: { Enabled: isEncrypted },
            DomainEndpointOptions: { EnforceHTTPS: enforcesHttps, TLSSecurityPolicy: policy },
          };
        }),
      });
    },
  },
  plant,
});
export default opensearch;
