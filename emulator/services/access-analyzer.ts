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
});

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
    [SECOND]: { analyzers: [analyzer(site, SECOND, 'ACCOUNT')] },
    [US]: { analyzers: [analyzer(site, US, 'ACCOUNT_UNUSED_ACCESS')] },
  });
  await site.set('state', change);
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
  },
  plant,
});
export default accessAnalyzer;
