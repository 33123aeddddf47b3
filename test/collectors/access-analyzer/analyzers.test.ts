import {
  AccessAnalyzerClient,
  ListAnalyzersCommand,
  ListFindingsV2Command,
} from '@aws-sdk/client-accessanalyzer';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { analyzers } from '../../../src/collectors/access-analyzer/analyzers.ts';
import { activeFindings } from '../../../src/collectors/access-analyzer/findings.ts';
import { Observed, startReading } from '../../../src/observe/observed.ts';
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

const finding = (id: string) => ({
  id,
  resourceType: 'AWS::S3::Bucket' as const,
  resourceOwnerAccount: '111122223333',
  status: 'ACTIVE' as const,
  analyzedAt: new Date('2026-10-01T00:00:00Z'),
  createdAt: new Date('2026-03-01T00:00:00Z'),
  updatedAt: new Date('2026-03-01T00:00:00Z'),
});

describe('active findings', () => {
  const { read } = startReading();

  async function findingsOf(name: string) {
    const { value, gathered } = await gatherFrom(activeFindings);
    const found = gathered.get(analyzers, 'eu-west-1').items.find((each) => each.name === name);
    if (!found) throw new Error('the analyzer was not listed');
    return value.of(found);
  }

  beforeEach(() => {
    const unused = { ...analyzer('unused'), type: 'ACCOUNT_UNUSED_ACCESS' as const };
    client.on(ListAnalyzersCommand).resolves(answer({ analyzers: [analyzer('a'), unused] }));
  });

  it('are those of every page, of analyzers that look for access from outside', async () => {
    client
      .on(ListFindingsV2Command)
      .resolves(answer({ findings: [], nextToken: 't' }))
      .on(ListFindingsV2Command, { nextToken: 't' })
      .resolves(
        answer({ findings: [{ ...finding('1'), resource: 'arn:aws:s3:::records' }, finding('2')] }),
      );
    const listing = read(await findingsOf('a'));
    expect(read.list(listing).map(({ resource }) => resource)).toEqual([
      'arn:aws:s3:::records',
      undefined,
    ]);
    const [call] = client.commandCalls(ListFindingsV2Command);
    expect(call?.args[0].input).toMatchObject({ filter: { status: { eq: ['ACTIVE'] } } });
    expect(client.commandCalls(ListFindingsV2Command)).toHaveLength(2);
  });

  it('may not be read, or are of an analyzer that is gone', async () => {
    client.on(ListFindingsV2Command).rejects(fault('AccessDeniedException'));
    expect(Observed.open(await findingsOf('a'))).toMatchObject({ causes: [{ reason: 'denied' }] });
    client.on(ListFindingsV2Command).rejects(fault('ResourceNotFoundException'));
    expect(Observed.open(await findingsOf('a'))).toMatchObject({ causes: [{ reason: 'gone' }] });
  });
});
