/**
 * A scan by way of a proxy with a password and a private authority, which leads to one Region and not to the other. The
 * limits are shortened; what is asserted is what is told.
 */
import { afterEach, expect, it, vi } from 'vitest';
import { checks } from '../../checks/index.ts';
import { requestOf } from '../../src/run/request.ts';
import { scan } from '../../src/run/scan.ts';
import { liveSource } from '../../src/run/source.ts';
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

const closed = 'eu-west-1';

/** Both Regions are scanned for what lies in VPCs, through a proxy that does this to the one. */
async function scanWhere(fate: 'silence' | 403) {
  aws = await startLoopback(undefined, hostTls);
  proxy = await startProxy({
    port: Number(new URL(aws.endpoint).port),
    wants: 'audit:secret',
    fate: (host) => (host.includes(closed) ? fate : undefined),
  });
  const { AWS_ENDPOINT_URL: _, ...keys } = aws.env;
  const env = {
    ...keys,
    AWS_REGION: 'us-east-1',
    HTTPS_PROXY: `http://audit:secret@127.0.0.1:${proxy.port}`,
    AWS_CA_BUNDLE: authorityPath,
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const limits = { connect: 1500, answer: 5000, doubted: 5000, bytes: 1e6, credentials: 5000 };
  const regions: string[] = [];
  const source = await liveSource({ rate: 1, regions, limits });
  const request = requestOf(checks, {
    checks: [],
    excludeChecks: [],
    excludeServices: [],
    excludeRegions: [],
    services: ['vpc', 'kms', 'rds'],
    frameworks: [],
    severity: null,
    regions,
    settings: [],
  });
  const report = await scan(request, source);
  source.close();
  return { report, name: `http://audit@127.0.0.1:${proxy.port}`, calls: aws.calls };
}

const words = {
  403: 'ProxyRefused: the proxy NAME does not let',
  silence: 'HostIsSilent: gave up after 3 time-outs in a row',
} as const;

it.each([403, 'silence'] as const)(
  'a Region that a proxy does not lead to (%s) is a gap, and the other is read (F40)',
  async (fate) => {
    const { report, name, calls } = await scanWhere(fate);
    const gaps = report.coverage.gaps.filter(({ regions }) => regions.includes(closed));
    expect(gaps).toMatchObject([{ service: '*', reason: 'failed', regions: [closed] }]);
    expect(gaps[0]?.cause).toContain(words[fate].replace('NAME', name));
    expect(gaps[0]?.cure).toContain('a proxy');
    expect(JSON.stringify(gaps)).not.toContain('secret');
    expect(calls.some(({ headers }) => headers.authorization?.includes(`/${closed}/`))).toBe(false);
    const answered = [...report.calls()].filter(
      ({ region, status }) => region === 'us-east-1' && status === 'denied',
    );
    expect(answered.length).toBeGreaterThan(2);
  },
);
