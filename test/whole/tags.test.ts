/** Mutes by tag over HTTP: resources are tagged through their own services, and the walk of the tagging API tells it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { startEmulator } from '../support/emulator.ts';
import { expectValid } from '../support/report-schema.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';

const moto = await startEmulator();
const folder = temporaryFolder();
const region = 'eu-west-1';

const report = z.looseObject({
  mutes: z.array(z.looseObject({ state: z.string(), matched: z.number(), muted: z.number() })),
  calls: z.array(z.looseObject({ operation: z.string(), status: z.string() })),
  findings: z.array(
    z.looseObject({
      check: z.string(),
      outcome: z.string(),
      resource: z.looseObject({ name: z.string() }),
      tags: z.record(z.string(), z.string()).optional(),
      muted: z.unknown().optional(),
    }),
  ),
});

describe.skipIf(!moto)('mutes by tag over HTTP', () => {
  const config = {
    region,
    endpoint: moto?.endpoint ?? '',
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'not-a-secret' },
  };
  const sqs = new SQSClient(config);
  const ec2 = new EC2Client(config);
  let instance = '';

  beforeAll(async () => {
    const attributes = { SqsManagedSseEnabled: 'false' };
    const queue = (QueueName: string, tags?: Record<string, string>) =>
      sqs.send(
        new CreateQueueCommand({ QueueName, Attributes: attributes, ...(tags && { tags }) }),
      );
    await queue('orders', { team: 'web', env: 'test' });
    await queue('invoices', { team: 'erp', env: 'prod' });
    await queue('plain');
    const { Instances = [] } = await ec2.send(
      new RunInstancesCommand({
        ImageId: 'ami-12c6146b',
        MinCount: 1,
        MaxCount: 1,
        MetadataOptions: { HttpTokens: 'optional' },
        TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'env', Value: 'test' }] }],
      }),
    );
    instance = Instances[0]?.InstanceId ?? '';
  });
  afterAll(async () => {
    sqs.destroy();
    ec2.destroy();
    folder.remove();
    await moto?.stop();
  });

  it('mutes what has the tag, and shows the tags of all that AWS tells of', async () => {
    const mutes = join(folder.path, 'mutes.json');
    const why = { reason: 'a test', owner: 'web', until: '2099-12-31' };
    const entries = [
      { check: '*', tags: { env: 'test' }, ...why },
      { check: 'sqs-*', tags: { team: 'nobody' }, ...why },
    ];
    writeFileSync(mutes, JSON.stringify({ mutes: entries }));
    const chosen = ['--check', 'sqs-queue-encrypted', '--check', 'ec2-instance-imdsv2'];
    const args = [...chosen, '--region', region, '--format', 'json', '--output', folder.path];
    const ran = await runCli([...args, '--mute', mutes], {
      env: {
        AWS_ENDPOINT_URL: config.endpoint,
        AWS_REGION: region,
        AWS_ACCESS_KEY_ID: config.credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: config.credentials.secretAccessKey,
      },
    });
    expect(ran.stderr).not.toContain('fault');
    const written: unknown = JSON.parse(
      readFileSync(join(folder.path, 'latest', 'report.json'), 'utf8'),
    );
    expectValid(written);
    const { findings, calls, mutes: lines } = report.parse(written);
    const told = findings.map(({ resource, tags, outcome, muted }) => [
      resource.name,
      tags,
      outcome,
      muted !== undefined,
    ]);
    expect(told).toEqual(
      expect.arrayContaining([
        [expect.stringContaining(instance), { env: 'test' }, 'fail', true],
        ['invoices', { team: 'erp', env: 'prod' }, 'fail', false],
        ['orders', { team: 'web', env: 'test' }, 'fail', true],
        ['plain', undefined, 'fail', false],
      ]),
    );
    expect(told).toHaveLength(4);
    expect(lines).toMatchObject([
      { state: 'in-force', matched: 2, muted: 2 },
      { state: 'matches-nothing', matched: 0 },
    ]);
    expect(calls.filter(({ operation }) => operation === 'GetResources')).toMatchObject([
      { status: 'ok' },
    ]);
  });
});
