import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Found, Protocol, Router } from './route.ts';

export type { Protocol };

/** What one request asks of AWS. */
export interface AwsRequest extends Found {
  readonly region: string;
  readonly method: string;
  readonly url: URL;
  readonly body: Buffer;
  readonly contentType: string;
  readonly accessKeyId: string;
  /** SHA-256 of operation, method, path, query and body. */
  readonly inputHash: string;
}

/** Reads the SigV4 credential scope and the operation of a request. An unsigned request is S3 in us-east-1. */
export function readRequest(
  router: Router,
  method: string,
  target: string,
  headers: IncomingHttpHeaders,
  body: Buffer,
): AwsRequest {
  const url = new URL(target, 'http://emulator');
  const scope = /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\/aws4_request/.exec(
    headers.authorization ?? '',
  );
  const [, accessKeyId = '', region = 'us-east-1', signedFor = 's3'] = scope ?? [];
  const contentType = headers['content-type'] ?? '';
  const isForm = contentType.startsWith('application/x-www-form-urlencoded');
  const form = isForm ? new URLSearchParams(body.toString()) : undefined;
  const action = form?.get('Action') ?? undefined;
  const header = headers['x-amz-target'];
  const found = router({
    signedFor,
    method,
    url,
    query: action === undefined ? undefined : { action, version: form?.get('Version') ?? null },
    target: typeof header === 'string' ? header : undefined,
  });
  return {
    ...found,
    region,
    method,
    url,
    body,
    contentType,
    accessKeyId,
    // JSON protocols name the operation in a header alone.
    inputHash: createHash('sha256')
      .update(`${found.operation} ${method} ${target}\n`)
      .update(body)
      .digest('hex'),
  };
}
