import { GetBucketAclCommand, ListBucketsCommand, type S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { connect, UndeclaredCall } from '../../src/aws/live/connection.ts';
import { defineService } from '../../src/aws/operation.ts';

const credentials = () =>
  Promise.resolve({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' });

const usual = { burst: 100, refill: 100, source: 'the test' };
const rare = { burst: 1, refill: 1, source: 'the test' };

/** A real S3 client whose requests end here; `sent` tells which were made. */
function service() {
  const sent: string[] = [];
  const limits: (number | undefined)[] = [];
  const clients: S3Client[] = [];
  const requestHandler = {
    handle: (
      request: { readonly hostname: string; readonly path: string },
      { requestTimeout }: { readonly requestTimeout?: number } = {},
    ) => {
      sent.push(`${request.hostname}${request.path}`);
      limits.push(requestTimeout);
      const body = Buffer.from('<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>');
      const headers = { 'x-amz-request-id': 'R1' };
      return Promise.resolve({ response: { statusCode: 200, headers, body, reason: '' } });
    },
  };
  const s3 = defineService({
    id: 's3',
    iamPrefix: 's3',
    matrix: ['s3'],
    scope: 'regional',
    rates: { usual, ListBuckets: rare },
    callsInFlight: 16,
    load: () => import('@aws-sdk/client-s3'),
    client: (sdk, config) => {
      const client = new sdk.S3Client({ ...config, requestHandler });
      clients.push(client);
      return client;
    },
  });
  const connection = connect({ credentials });
  return { s3, connection, sent, limits, clients };
}

const action = 's3:ListAllMyBuckets';

describe('an operation', () => {
  it.each([
    'PutBucketAcl',
    'DeleteBucket',
    'CreateUser',
    'AssumeRole',
    'GenerateServiceReport',
    'Get',
  ])('%s cannot be declared: it is no read', (name) => {
    const { s3 } = service();
    expect(() => s3.operation(name, (sdk) => sdk.ListBucketsCommand, { action })).toThrow(
      `s3:${name} is not a read`,
    );
  });

  it('is sent when it was declared, and tells the request id', async () => {
    const { s3, connection, sent } = service();
    const list = s3.operation('ListBuckets', (sdk) => sdk.ListBucketsCommand, { action });
    const answer = await list.send(connection, 'eu-west-1', {});
    expect(answer).toMatchObject({ output: { Buckets: [] }, requestId: 'R1' });
    expect(sent).toHaveLength(1);
  });

  it('whose command is not the one that it is named after is refused before it is sent', async () => {
    const { s3, connection, sent } = service();
    s3.operation('ListBuckets', (sdk) => sdk.ListBucketsCommand, { action });
    const wrong = s3.operation('GetBucketAcl', (sdk) => sdk.ListBucketsCommand, {
      action: 's3:GetBucketAcl',
    });
    await expect(wrong.send(connection, 'eu-west-1', {})).rejects.toThrow(UndeclaredCall);
    expect(sent).toEqual([]);
  });

  it('that writes cannot hide behind the name of a read', async () => {
    const { s3, connection, sent } = service();
    const wrong = s3.operation('GetBucketAcl', (sdk) => sdk.DeleteBucketCommand, {
      action: 's3:GetBucketAcl',
    });
    const input = { Bucket: 'a' };
    await expect(wrong.send(connection, 'eu-west-1', input)).rejects.toThrow(UndeclaredCall);
    expect(sent).toEqual([]);
  });

  it('that was not declared is refused, even by a client that is at hand', async () => {
    const { s3, connection, sent, clients } = service();
    const list = s3.operation('ListBuckets', (sdk) => sdk.ListBucketsCommand, { action });
    await list.send(connection, 'eu-west-1', {});
    const [client] = clients;
    await expect(client?.send(new GetBucketAclCommand({ Bucket: 'a' }))).rejects.toThrow(
      's3:GetBucketAclCommand was not declared',
    );
    await client?.send(new ListBucketsCommand({}));
    expect(sent).toHaveLength(2);
  });

  it('shares one client for each Region', async () => {
    const { s3, connection, clients } = service();
    const list = s3.operation('ListBuckets', (sdk) => sdk.ListBucketsCommand, { action });
    await Promise.all([
      list.send(connection, 'eu-west-1', {}),
      list.send(connection, 'eu-west-1', {}),
      list.send(connection, 'eu-west-2', {}),
    ]);
    expect(clients).toHaveLength(2);
  });

  it('has its own rate where its service names one, and the usual one else', () => {
    const { s3 } = service();
    const list = s3.operation('ListBuckets', (sdk) => sdk.ListBucketsCommand, { action });
    const acl = s3.operation('GetBucketAcl', (sdk) => sdk.GetBucketAclCommand, { action });
    expect([list.rate, acl.rate]).toEqual([rare, usual]);
  });

  it('sends the input as it is, and changes nothing in it', async () => {
    const { s3, connection, sent } = service();
    const acl = s3.operation('GetBucketAcl', (sdk) => sdk.GetBucketAclCommand, { action });
    const input = Object.freeze({ Bucket: 'records' });
    await acl.send(connection, 'eu-west-1', input);
    expect(sent).toEqual([expect.stringMatching(/^records\.|\/records$/)]);
    expect(input).toEqual({ Bucket: 'records' });
  });

  it('waits for the answer no longer than it is told, and as the client does where it is not', async () => {
    const { s3, connection, limits } = service();
    const list = s3.operation('ListBuckets', (sdk) => sdk.ListBucketsCommand, { action });
    await list.send(connection, 'eu-west-1', {}, 1234);
    await list.send(connection, 'eu-west-1', {});
    expect(limits).toEqual([1234, undefined]);
  });
});

describe('the pages of an operation', () => {
  it('go on by one name, or by one of the answer and one of the input', () => {
    const { s3 } = service();
    const one = s3.operation('ListBuckets', (sdk) => sdk.ListBucketsCommand, {
      action,
      pages: 'ContinuationToken',
    });
    expect(one.pages?.next({ ContinuationToken: 'next', $metadata: {} })).toBe('next');
    expect(one.pages?.next({ $metadata: {} })).toBeUndefined();
    expect(one.pages?.turn({ Prefix: 'a' }, 'next')).toEqual({
      Prefix: 'a',
      ContinuationToken: 'next',
    });
    const two = s3.operation('ListBuckets', (sdk) => sdk.ListBucketsCommand, {
      action,
      pages: { answer: 'Prefix', input: 'ContinuationToken' },
    });
    expect(two.pages?.next({ Prefix: 'next', $metadata: {} })).toBe('next');
    expect(two.pages?.turn({ MaxBuckets: 1 }, 'next')).toEqual({
      MaxBuckets: 1,
      ContinuationToken: 'next',
    });
  });

  it('have their token within what wraps the list, where the declaration says so', () => {
    const { s3 } = service();
    const wrapped = s3.operation('ListBuckets', (sdk) => sdk.ListBucketsCommand, {
      action,
      pages: { answer: 'Owner.DisplayName', input: 'ContinuationToken' },
    });
    const Owner = { DisplayName: 'next' };
    expect(wrapped.pages?.next({ Owner, $metadata: {} })).toBe('next');
    expect(wrapped.pages?.next({ $metadata: {} })).toBeUndefined();
  });

  it('are none where the operation has none, or the token is no text', () => {
    const { s3 } = service();
    const none = s3.operation('ListBuckets', (sdk) => sdk.ListBucketsCommand, { action });
    expect(none).not.toHaveProperty('pages');
    const odd = s3.operation('ListBuckets', (sdk) => sdk.ListBucketsCommand, {
      action,
      pages: 'Buckets',
    });
    expect(odd.pages?.next({ Buckets: [], $metadata: {} })).toBeUndefined();
  });
});
