/** A bucket that holds to what S3 says of conditional writes and of owners, in front of an account that is scanned. */
import {
  createServer,
  type IncomingMessage,
  request as send,
  type ServerResponse,
} from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface ReportBucket {
  readonly endpoint: string;
  /** By key. */
  readonly objects: ReadonlyMap<string, Buffer>;
  /** Parts of uploads that were neither completed nor aborted. */
  unfinished(): number;
  /** Bytes of the largest request. */
  largest(): number;
  /** Answers of S3 that are lost on their way back, of those to come. */
  loseAnswers(count: number): void;
  /** Answers that S3 is still busy with the key, of those to come. */
  beBusy(count: number): void;
  close(): Promise<void>;
}

interface BucketOptions {
  readonly name: string;
  /** Account. */
  readonly owner: string;
  /** Endpoint that answers everything else. */
  readonly upstream: string;
}

export async function startReportBucket(options: BucketOptions): Promise<ReportBucket> {
  const { name, owner, upstream } = options;
  const objects = new Map<string, Buffer>();
  let lost = 0;
  let busy = 0;

  const uploads = new Map<string, Map<number, Buffer>>();
  let largest = 0;

  const put = (key: string, { headers }: IncomingMessage, body: Buffer): [number, string] => {
    const expected = headers['x-amz-expected-bucket-owner'];
    if (expected !== undefined && expected !== owner) return [403, 'AccessDenied'];
    if (headers['if-none-match'] !== '*') return [403, 'AccessDenied'];
    if (busy > 0) {
      busy -= 1;
      return [409, 'ConditionalRequestConflict'];
    }
    if (objects.has(key)) return [412, 'PreconditionFailed'];
    objects.set(key, body);
    return [200, ''];
  };
  /** "Uploading and copying objects using multipart upload": the parts are no object until the last request, which is the conditional one. */
  const inParts = (
    request: IncomingMessage,
    response: ServerResponse,
    {
      key,
      body,
      upload,
      part,
    }: { key: string; body: Buffer; upload: string | null; part: string | null },
  ) => {
    if (request.headers['x-amz-expected-bucket-owner'] !== owner) {
      response.writeHead(403).end(errorOf('AccessDenied'));
      return;
    }
    if (upload === null) {
      const id = `upload-${uploads.size + 1}`;
      uploads.set(id, new Map());
      response
        .writeHead(200, { 'content-type': 'application/xml' })
        .end(
          `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
        );
      return;
    }
    const sent = uploads.get(upload) ?? new Map<number, Buffer>();
    if (request.method === 'PUT') {
      sent.set(Number(part), body);
      response
        .writeHead(200, {
          etag: `"${part}"`,
          'x-amz-checksum-crc32': request.headers['x-amz-checksum-crc32'] ?? '',
        })
        .end();
      return;
    }
    const told = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber>/g)].map(
      ([, number]) => Number(number),
    );
    const whole = Buffer.concat(told.map((number) => sent.get(number) ?? Buffer.from('missing')));
    const [status, code] = request.method === 'DELETE' ? [204, ''] : put(key, request, whole);
    if (status !== 409 && status !== 412) uploads.delete(upload);
    response
      .writeHead(status, { 'content-type': 'application/xml' })
      .end(status === 200 ? '<CompleteMultipartUploadResult/>' : code && errorOf(code));
  };
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', upstream);
    const [, bucket = '', ...parts] = pathname.split('/').map(decodeURIComponent);
    const body = await buffer(request);
    largest = Math.max(largest, body.length);
    const upload = searchParams.get('uploadId');
    if (bucket === name && (upload !== null || searchParams.has('uploads'))) {
      inParts(request, response, {
        key: parts.join('/'),
        body,
        upload,
        part: searchParams.get('partNumber'),
      });
      return;
    }
    if (request.method !== 'PUT' || parts.length === 0) {
      await forward(upstream, request, response, body);
      return;
    }
    const [status, code] = bucket === name ? put(parts.join('/'), request, body) : noBucket;
    if (status === 200 && lost > 0) {
      lost -= 1;
      response.destroy();
      return;
    }
    response.writeHead(status).end(code && errorOf(code));
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    objects,
    unfinished: () => [...uploads.values()].reduce((sum, sent) => sum + sent.size, 0),
    largest: () => largest,
    loseAnswers: (count) => {
      lost = count;
    },
    beBusy: (count) => {
      busy = count;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function errorOf(code: string): string {
  return `<Error><Code>${code}</Code><Message>${code}</Message></Error>`;
}

const noBucket: [number, string] = [404, 'NoSuchBucket'];

function forward(
  upstream: string,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<void> {
  const { method, headers, url } = request;
  return new Promise((resolve, reject) => {
    send(new URL(url ?? '/', upstream), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response).once('finish', resolve).once('error', reject);
    })
      .once('error', reject)
      .end(body);
  });
}
