import type { HttpRequest } from '@smithy/types';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GetBucketAcl, ListBuckets } from '../../../src/collectors/s3/operations.ts';
import { GetCallerIdentity } from '../../../src/collectors/sts/operations.ts';
import { connect } from '../../../src/aws/live/connection.ts';
import type { Wire } from '../../../src/aws/live/wire.ts';

beforeEach(() => {
  for (const name of ['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_S3', 'AWS_USE_FIPS_ENDPOINT'])
    vi.stubEnv(name, undefined);
  vi.stubEnv('AWS_CONFIG_FILE', '/nowhere');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nowhere');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const identity =
  '<GetCallerIdentityResponse><GetCallerIdentityResult><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>';
const acl = '<AccessControlPolicy><Owner><ID>abc</ID></Owner></AccessControlPolicy>';

/** A connection whose requests end here. */
function connected(statusCode = 200) {
  const sent: HttpRequest[] = [];
  const wire: Wire = {
    handle: (request) => {
      sent.push(request);
      const text = request.method === 'POST' ? identity : acl;
      const body = Buffer.from(
        statusCode === 200 ? text : '<Error><Code>InternalError</Code></Error>',
      );
      return Promise.resolve({ response: { statusCode, headers: {}, body } });
    },
    destroy: () => undefined,
    close: () => undefined,
  };
  const credentials = () =>
    Promise.resolve({
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'x',
      sessionToken: 's',
    });
  const connection = connect({ credentials, wire, userAgent: 'srm-scan/1.2.3' });
  return { sent, connection };
}

describe('the clients of a connection', () => {
  it('sign for the service and the Region, and name the caller', async () => {
    const { sent, connection } = connected();
    await GetBucketAcl.send(connection, 'eu-west-1', { Bucket: 'logs' });
    await GetCallerIdentity.send(connection, 'us-gov-west-1', {});
    const [s3, sts] = sent;
    expect(s3?.headers).toMatchObject({
      authorization: expect.stringMatching(
        /^AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE\/\d{8}\/eu-west-1\/s3\/aws4_request, /,
      ),
      'x-amz-security-token': 's',
      'user-agent': 'srm-scan/1.2.3',
    });
    expect(sts?.headers['authorization']).toContain('/us-gov-west-1/sts/aws4_request');
  });

  it('find the host of each Region and the path of each bucket', async () => {
    const { sent, connection } = connected();
    for (const region of ['eu-west-1', 'cn-north-1'])
      for (const Bucket of ['logs', 'my.dotted.bucket', 'logs'])
        await GetBucketAcl.send(connection, region, { Bucket });
    expect(
      sent.map(({ protocol, hostname, path, query }) => [protocol, hostname, path, query]),
    ).toEqual(
      ['s3.eu-west-1.amazonaws.com', 's3.cn-north-1.amazonaws.com.cn'].flatMap((host) =>
        ['/logs/', '/my.dotted.bucket/', '/logs/'].map((path) => [
          'https:',
          host,
          path,
          { acl: '' },
        ]),
      ),
    );
  });

  it('heed the endpoint that the environment gives for one service, in every Region', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL_S3', 'http://127.0.0.1:4566');
    const { sent, connection } = connected();
    await GetBucketAcl.send(connection, 'eu-west-1', { Bucket: 'logs' });
    await GetBucketAcl.send(connection, 'eu-west-2', { Bucket: 'logs' });
    await GetCallerIdentity.send(connection, 'eu-west-1', {});
    expect(sent.map(({ hostname, port }) => [hostname, port])).toEqual([
      ['127.0.0.1', 4566],
      ['127.0.0.1', 4566],
      ['sts.eu-west-1.amazonaws.com', undefined],
    ]);
  });

  it('heed FIPS', async () => {
    vi.stubEnv('AWS_USE_FIPS_ENDPOINT', 'true');
    const { sent, connection } = connected();
    await GetCallerIdentity.send(connection, 'us-east-1', {});
    expect(sent.map(({ hostname }) => hostname)).toEqual(['sts-fips.us-east-1.amazonaws.com']);
  });

  it('send once, and leave it to the dispatcher to send again', async () => {
    const { sent, connection } = connected(500);
    await expect(ListBuckets.send(connection, 'eu-west-1', {})).rejects.toMatchObject({
      name: 'InternalError',
    });
    expect(sent).toHaveLength(1);
  });

  it('hand a shorter limit on to the wire', async () => {
    const limits: (number | undefined)[] = [];
    const { connection } = connected();
    const wire: Wire = {
      handle: (_request, options) => {
        limits.push(options?.requestTimeout);
        return Promise.resolve({
          response: { statusCode: 200, headers: {}, body: Buffer.from(acl) },
        });
      },
      destroy: () => undefined,
      close: () => undefined,
    };
    const other = connect({
      credentials: connection.config('eu-west-1').credentials,
      wire,
    });
    await GetBucketAcl.send(other, 'eu-west-1', { Bucket: 'logs' }, 1234);
    await GetBucketAcl.send(other, 'eu-west-1', { Bucket: 'logs' });
    expect(limits).toEqual([1234, undefined]);
  });
});
