import { afterEach, expect, it, vi } from 'vitest';
import { openBucket } from '../../src/run/outputs/s3.ts';
import { type Loopback, startLoopback } from '../support/loopback-aws.ts';
import { type LoopbackProxy, startProxy } from '../support/loopback-proxy.ts';
import { authorityPath, hostTls } from '../support/tls.ts';

let aws: Loopback | undefined;
let proxy: LoopbackProxy | undefined;
afterEach(async () => {
  vi.unstubAllEnvs();
  await proxy?.close();
  await aws?.close();
});

it('reports reach their bucket by way of a proxy that looks into TLS (F40)', async () => {
  aws = await startLoopback(({ operation }) => {
    return operation.startsWith('PUT') ? { body: '' } : undefined;
  }, hostTls);
  proxy = await startProxy({ port: Number(new URL(aws.endpoint).port), wants: 'me:secret' });
  const env = {
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'x',
    AWS_REGION: 'eu-west-1',
    AWS_ENDPOINT_URL: aws.endpoint,
    HTTPS_PROXY: `http://me:secret@127.0.0.1:${proxy.port}`,
    AWS_CA_BUNDLE: authorityPath,
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const store = await openBucket({ name: 'reports', owner: '111122223333' });
  const small = await store.write('a/report.json', '{}');
  await store.write('a/report.html', 'x'.repeat(3_000_000));
  store.close();
  expect(small).toBe('s3://reports/a/report.json');
  const puts = aws.calls.map(({ operation }) => operation);
  expect(puts).toEqual(['PUT /reports/a/report.json', 'PUT /reports/a/report.html']);
  expect(new Set(proxy.asked)).toEqual(new Set([new URL(aws.endpoint).host]));
});
