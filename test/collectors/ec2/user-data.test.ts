import { gzipSync } from 'node:zlib';
import {
  DescribeInstanceAttributeCommand,
  DescribeInstancesCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { createCaller } from '../../../src/aws/caller.ts';
import { connect } from '../../../src/aws/live/connection.ts';
import { type CallRecord, createLedger } from '../../../src/aws/evidence/ledger.ts';
import { realClock } from '../../../src/aws/clock.ts';
import { liveTransport } from '../../../src/aws/live/live.ts';
import { collect } from '../../../src/collect/collect.ts';
import { instances } from '../../../src/collectors/ec2/instances.ts';
import { userDataSecrets } from '../../../src/collectors/ec2/user-data.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer } from '../../support/answers.ts';
import { account, now } from '../../support/check-tester.ts';

const ec2 = mockClient(EC2Client);

afterEach(() => {
  ec2.reset();
});

const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzKEYzzKEY';
const script = `#!/bin/sh\nexport AWS_SECRET_ACCESS_KEY=${secret}\n`;

const credentials = () => Promise.resolve({ accessKeyId: 'AKIA', secretAccessKey: 'x' });

/** Everything that is kept of a scan, and what the collector made of it. */
async function gatherUserData(userData: { Value?: string } | undefined) {
  ec2.on(DescribeInstancesCommand).resolves(
    answer({
      Reservations: [{ Instances: [{ InstanceId: 'i-1', State: { Name: 'running' } }] }],
    }),
  );
  ec2
    .on(DescribeInstanceAttributeCommand)
    .resolves(answer({ InstanceId: 'i-1', ...(userData ? { UserData: userData } : {}) }));

  const kept: CallRecord[] = [];
  const ledger = createLedger((record) => kept.push(record));
  const { signal } = new AbortController();
  const connection = connect({ credentials });
  const transport = liveTransport({
    connection,
    share: 1,
    clock: realClock,
    signal,
    onHopeless: () => undefined,
  });
  const caller = createCaller({ transport, ledger, homeRegion: 'us-east-1' });
  const regions = ['eu-west-1'];
  const regionStates = Observed.known([]);
  const place = { account, partition: 'aws', regions, now, regionStates, params: {} };
  const gathered = await collect([instances, userDataSecrets], caller, place);

  const [instance] = gathered.get(instances, 'eu-west-1').items;
  if (!instance) throw new Error('the instance is missing');
  const secrets = Observed.open(gathered.get(userDataSecrets, 'eu-west-1').of(instance));
  return { secrets, kept: JSON.stringify(kept) };
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('userDataSecrets', () => {
  it.each([
    ['plain', base64(script)],
    ['compressed', gzipSync(script).toString('base64')],
  ])(
    'names the kind of secret in %s user data, and keeps no trace of its value',
    async (_, Value) => {
      const { secrets, kept } = await gatherUserData({ Value });
      expect(secrets).toMatchObject({
        value: {
          isEmpty: false,
          found: [{ kind: 'aws-secret-access-key', names: [], hasUnnamed: true }],
        },
      });
      expect(kept).not.toContain(secret);
      expect(kept).not.toContain(Value);
      expect(kept).not.toContain(base64(secret).slice(0, 20));
      expect(kept).toContain('redacted: aws-secret-access-key');
    },
  );

  it('keeps no trace of harmless user data either', async () => {
    const { secrets, kept } = await gatherUserData({ Value: base64('#!/bin/sh\nyum -y update\n') });
    expect(secrets).toMatchObject({ value: { isEmpty: false, found: [] } });
    expect(kept).not.toContain('yum');
  });

  it('is not fooled by user data that looks redacted', async () => {
    const { secrets } = await gatherUserData({ Value: 'redacted: no secrets found' });
    expect(secrets).toMatchObject({ known: false });
  });

  it('knows an instance without user data', async () => {
    expect((await gatherUserData({})).secrets).toMatchObject({ value: { isEmpty: true } });
  });

  it.each([
    ['the attribute is missing', undefined],
    ['it cannot be decoded', { Value: Buffer.from([0, 1, 2, 0]).toString('base64') }],
  ])('cannot tell where %s', async (_, userData) => {
    expect((await gatherUserData(userData)).secrets).toMatchObject({ known: false });
  });
});
