/** The gate knows every operation that its services have, whoever adds one: no route is listed by hand. */
import { NormalizedSchema } from '@smithy/core/schema';
import type { StaticOperationSchema } from '@smithy/types';
import { describe, expect, it } from 'vitest';
import { createRouter, httpOf, operationsOf } from '../../emulator/gate/route.ts';
import { services } from '../../emulator/services/index.ts';
import { checks } from '../../checks/index.ts';
import { operationsOf as operationsOfPlan, plan } from '../../src/plan/plan.ts';

const router = createRouter(services);
const plain = { query: undefined, target: undefined };

it.each(services.filter(({ sdk }) => operationsOf(sdk).some(httpOf)))(
  'knows every REST operation of $id by its method and URL',
  ({ id, sdk, config }) => {
    const signedFor = String(Reflect.get(config, 'defaultSigningName'));
    const wrong = operationsOf(sdk).flatMap((schema) => {
      const { method, url } = requestOf(schema);
      const { service, operation } = router({ ...plain, signedFor, method, url });
      const isRight = service === id && operation === schema[2];
      return isRight ? [] : [`${method} ${url.pathname}${url.search}: ${service}:${operation}`];
    });
    expect(wrong).toEqual([]);
  },
);

it('knows the operations of S3 from a client that does not name them in x-id', () => {
  const ask = (method: string, target: string) => {
    const url = new URL(target, 'http://emulator');
    return router({ ...plain, signedFor: 's3', method, url }).operation;
  };
  expect(ask('GET', '/')).toBe('ListBuckets');
  expect(ask('GET', '/nwh.dotted')).toBe('ListObjects');
  expect(ask('GET', '/nwh?list-type=2')).toBe('ListObjectsV2');
  expect(ask('GET', '/nwh?policyStatus')).toBe('GetBucketPolicyStatus');
  expect(ask('GET', '/nwh/a/b.txt')).toBe('GetObject');
  expect(ask('HEAD', '/nwh')).toBe('HeadBucket');
  expect(ask('GET', '/nwh/a/b.txt?acl')).toBe('GetObjectAcl');
});

describe('a request that no service of the emulator has', () => {
  it('keeps the name that was signed for, and its method and path', () => {
    const url = new URL('/v1/apis', 'http://emulator');
    const found = router({ ...plain, signedFor: 'appsync', method: 'GET', url });
    expect(found).toMatchObject({ service: 'appsync', operation: 'GET /v1/apis' });
  });
});

it('has a service of the emulator for every operation of a scan', () => {
  const known = new Set(
    services.flatMap(({ id, sdk }) => operationsOf(sdk).map((schema) => `${id}:${schema[2]}`)),
  );
  const sent = operationsOfPlan(plan(checks)).map(({ service, name }) => `${service}:${name}`);
  expect(sent.filter((name) => !known.has(name))).toEqual([]);
});

/** A request in path style, with a value for each label. */
function requestOf(schema: StaticOperationSchema): { method: string; url: URL } {
  const [method, uri] = httpOf(schema) ?? expect.unreachable();
  const labels = Object.entries(NormalizedSchema.of(schema[4]).getMemberSchemas())
    .filter(([, member]) => member.getMergedTraits().httpLabel)
    .map(([name]) => name);
  const before = labels.filter((name) => !uri.includes(`{${name}`)).map((name) => `/{${name}}`);
  const path = `${before.join('')}${uri}`.replaceAll(/\{(\w+)\+?\}/g, 'some-$1');
  return { method, url: new URL(path, 'http://emulator') };
}
