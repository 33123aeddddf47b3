import {
  BatchGetAccountStatusCommand,
  Inspector2Client,
  ListFindingsCommand,
  type Status,
} from '@aws-sdk/client-inspector2';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { criticalFindings, scanning } from '../../../src/collectors/inspector/scanning.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { account, daysAgo } from '../../support/check-tester.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(Inspector2Client);
const state = (status: Status) =>
  ({ status, errorCode: 'ALREADY_ENABLED', errorMessage: '' }) as const;
const statusOf = (ec2: Status, accountId = account) => ({
  accountId,
  state: state(ec2),
  resourceState: { ec2: state(ec2), ecr: state('DISABLED'), lambda: state('DISABLED') },
});

function inspectorIs(ec2: Status) {
  client.on(BatchGetAccountStatusCommand).resolves(
    answer({
      accounts: [
        {
          ...statusOf(ec2),
          resourceState: { ...statusOf(ec2).resourceState, lambdaCode: state('DISABLED') },
        },
      ],
    }),
  );
}

const finding = (firstObservedAt: Date) => ({
  findingArn: `arn:aws:inspector2:eu-west-1:111122223333:finding/${firstObservedAt.getTime()}`,
  awsAccountId: account,
  type: 'PACKAGE_VULNERABILITY' as const,
  description: 'a hole',
  severity: 'CRITICAL' as const,
  status: 'ACTIVE' as const,
  firstObservedAt,
  lastObservedAt: firstObservedAt,
  remediation: {},
  resources: [],
});

beforeEach(() => {
  client.reset();
});

async function scanned() {
  const [own] = (await gatherFrom(scanning)).value.items;
  if (!own) throw new Error('the Region was not listed');
  return own;
}

async function found() {
  const [own] = (await gatherFrom(criticalFindings)).value.items;
  if (!own) throw new Error('the Region was not listed');
  return Observed.open(own.findings);
}

describe('what Inspector scans', () => {
  it('is read of this account, and what a Region does not tell stays unknown', async () => {
    client
      .on(BatchGetAccountStatusCommand)
      .resolves(answer({ accounts: [statusOf('DISABLED', '999999999999'), statusOf('ENABLED')] }));
    const { ec2, ecr, lambdaCode } = await scanned();
    expect([ec2, ecr, lambdaCode].map((each) => Observed.open(each))).toMatchObject([
      { value: 'ENABLED' },
      { value: 'DISABLED' },
      { known: false },
    ]);
  });

  it('is unknown where Inspector gives a reason instead', async () => {
    const failed = { accountId: account, errorCode: 'ACCESS_DENIED', errorMessage: 'no' } as const;
    client
      .on(BatchGetAccountStatusCommand)
      .resolves(answer({ accounts: [], failedAccounts: [failed] }));
    expect(Observed.open((await scanned()).ec2)).toMatchObject({
      causes: [{ detail: expect.stringContaining('no') }],
    });
  });

  it('is unknown where it is denied', async () => {
    client.on(BatchGetAccountStatusCommand).rejects(fault('AccessDeniedException'));
    expect(Observed.open((await scanned()).ec2)).toMatchObject({ causes: [{ reason: 'denied' }] });
  });
});

describe('critical findings', () => {
  it('are asked for once, by age, of this account alone', async () => {
    inspectorIs('ENABLED');
    client
      .on(ListFindingsCommand)
      .resolves(answer({ findings: [finding(daysAgo(40)), finding(daysAgo(2))], nextToken: 't' }));
    expect(await found()).toMatchObject({
      value: { seen: [daysAgo(40), daysAgo(2)] },
    });
    expect(client.commandCalls(ListFindingsCommand)).toHaveLength(1);
    expect(client.commandCalls(ListFindingsCommand)[0]?.args[0].input).toMatchObject({
      filterCriteria: { awsAccountId: [{ value: account }], severity: [{ value: 'CRITICAL' }] },
      sortCriteria: { field: 'FIRST_OBSERVED_AT', sortOrder: 'ASC' },
    });
  });

  it('are not asked for where Inspector scans nothing', async () => {
    inspectorIs('DISABLED');
    expect(await found()).toMatchObject({ value: null });
    expect(client.commandCalls(ListFindingsCommand)).toHaveLength(0);
  });

  it('are asked for where it cannot be told whether Inspector scans', async () => {
    client.on(BatchGetAccountStatusCommand).rejects(fault('AccessDeniedException'));
    client.on(ListFindingsCommand).resolves(answer({ findings: [] }));
    expect(await found()).toMatchObject({ value: { seen: [] } });
    client.on(ListFindingsCommand).rejects(fault('AccessDeniedException'));
    expect(await found()).toMatchObject({ causes: [{ reason: 'denied' }] });
  });
});
