import { AccessAnalyzerClient, ListAnalyzersCommand } from '@aws-sdk/client-accessanalyzer';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { analyzers } from '../../../src/collectors/access-analyzer/analyzers.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(AccessAnalyzerClient);

const analyzer = (name: string) => ({
  arn: `arn:aws:access-analyzer:eu-west-1:111122223333:analyzer/${name}`,
  name,
  type: 'ACCOUNT' as const,
  status: 'ACTIVE' as const,
  createdAt: new Date('2025-01-01T00:00:00Z'),
});

beforeEach(() => {
  client.reset();
});

it('reads every page of a Region', async () => {
  client
    .on(ListAnalyzersCommand)
    .resolves(answer({ analyzers: [analyzer('a')], nextToken: 't' }))
    .on(ListAnalyzersCommand, { nextToken: 't' })
    .resolves(answer({ analyzers: [analyzer('b')] }));

  const { value } = await gatherFrom(analyzers);

  expect(value.gaps).toEqual([]);
  expect(value.items).toMatchObject([
    { name: 'a', kind: 'ACCOUNT', status: 'ACTIVE', region: 'eu-west-1' },
    { name: 'b' },
  ]);
});

it('a Region that denies it is a gap, and no empty list', async () => {
  client.on(ListAnalyzersCommand).rejects(fault('AccessDeniedException'));

  const { value } = await gatherFrom(analyzers);

  expect(value).toMatchObject({ items: [], gaps: [{ reason: 'denied' }] });
});
