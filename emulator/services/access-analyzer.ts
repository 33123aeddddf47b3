import * as sdk from '@aws-sdk/client-accessanalyzer';
import { z } from 'zod';
import { accessAnalyzer as service } from '../../src/collectors/access-analyzer/service.ts';
import { success } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND, US } from '../site.ts';
import type { Site } from '../site.ts';

/** Moto has no IAM Access Analyzer. Times are ISO 8601. */
const state = z.strictObject({
  analyzers: z
    .array(
      z.strictObject({
        arn: z.string(),
        name: z.string(),
        type: z.enum([
          'ACCOUNT',
          'ORGANIZATION',
          'ACCOUNT_UNUSED_ACCESS',
          'ORGANIZATION_UNUSED_ACCESS',
          'ACCOUNT_INTERNAL_ACCESS',
          'ORGANIZATION_INTERNAL_ACCESS',
        ]),
        createdAt: z.string(),
        status: z.enum(['ACTIVE', 'CREATING', 'DISABLED', 'FAILED']),
      }),
    )
    .default([]),
  /** Active findings, by the ARN of the analyzer: the resources that they are of. */
  findings: z.record(z.string(), z.array(z.string())).default({}),
});

const wanted = z.object({ analyzerArn: z.string() });

function analyzer(site: Site, region: string, type: 'ACCOUNT' | 'ACCOUNT_UNUSED_ACCESS') {
  return {
    arn: `arn:aws:access-analyzer:${region}:${ACCOUNT_ID}:analyzer/northwind-${type.toLowerCase()}`,
    name: `northwind-${type.toLowerCase()}`,
    type,
    createdAt: site.daysBefore(300).toISOString(),
    status: 'ACTIVE' as const,
  };
}

/** The home Region and the second have an analyzer of external access; a third has one of unused access only. */
async function plant(site: Site): Promise<void> {
  const change = accessAnalyzer.state({
    [HOME]: {
      analyzers: [analyzer(site, HOME, 'ACCOUNT'), analyzer(site, HOME, 'ACCOUNT_UNUSED_ACCESS')],
    },
    [SECOND]: {
      analyzers: [analyzer(site, SECOND, 'ACCOUNT')],
      findings: {
        [analyzer(site, SECOND, 'ACCOUNT').arn]: [
          'arn:aws:s3:::nwh-public-tariffs',
          'arn:aws:s3:::nwh-carrier-photos',
        ],
      },
    },
    [US]: { analyzers: [analyzer(site, US, 'ACCOUNT_UNUSED_ACCESS')] },
  });
  await site.set('state', change);
  const open = 'accessanalyzer-no-active-findings';
  site.expect(open, analyzer(site, HOME, 'ACCOUNT').arn, 'pass');
  site.expect(open, analyzer(site, SECOND, 'ACCOUNT').arn, 'fail');
  site.expect('accessanalyzer-external-enabled', HOME, 'pass');
  site.expect('accessanalyzer-external-enabled', SECOND, 'pass');
  site.expect('accessanalyzer-external-enabled', US, 'fail');
}

const accessAnalyzer = emulate({
  service,
  sdk,
  Client: sdk.AccessAnalyzerClient,
  state,
  answers: {
    ListAnalyzers: (request, { analyzers }) => {
      const type = request.url.searchParams.get('type');
      return success(request, {
        analyzers: analyzers.filter((each) => type === null || each.type === type),
      });
    },
    ListFindingsV2: (request, { findings }) => {
      const asked = wanted.parse(JSON.parse(request.body.toString()));
      const resources = findings[asked.analyzerArn] ?? [];
      return success(request, {
        findings: resources.map((resource, at) => ({
          id: `00000000-0000-4000-8000-00000000000${at}`,
          resource,
          resourceType: 'AWS::S3::Bucket',
          resourceOwnerAccount: ACCOUNT_ID,
          findingType: 'ExternalAccess',
          status: 'ACTIVE',
          createdAt: '2026-03-01T08:00:00Z',
          analyzedAt: '2026-10-01T08:00:00Z',
          updatedAt: '2026-03-01T08:00:00Z',
        })),
      });
    },
  },
  plant,
});
export default accessAnalyzer;
