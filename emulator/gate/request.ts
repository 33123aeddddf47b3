import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** How a service puts requests, answers and errors on the wire. */
export type Protocol = 'ec2' | 'query' | 'json' | 'rest-json' | 'rest-xml';

/** What one request asks of AWS. */
export interface AwsRequest {
  /** Name of the SDK package without `client-`: `ec2`, `s3-control`, `config-service`. */
  readonly service: string;
  /** Name in the API, such as `DescribeRegions`; `METHOD /path` where the table of routes lacks it. */
  readonly operation: string;
  readonly region: string;
  readonly protocol: Protocol;
  readonly method: string;
  readonly url: URL;
  readonly body: Buffer;
  readonly contentType: string;
  readonly accessKeyId: string;
  /** SHA-256 of operation, method, path, query and body. */
  readonly inputHash: string;
}

/** SigV4 signing names that differ from the name of the SDK package. */
const SERVICES: ReadonlyMap<string, string> = new Map([
  ['access-analyzer', 'accessanalyzer'],
  ['config', 'config-service'],
  ['sso', 'sso-admin'],
  ['monitoring', 'cloudwatch'],
]);

const S3_SUBRESOURCES: ReadonlyMap<string, string> = new Map([
  ['accelerate', 'BucketAccelerateConfiguration'],
  ['acl', 'BucketAcl'],
  ['cors', 'BucketCors'],
  ['encryption', 'BucketEncryption'],
  ['lifecycle', 'BucketLifecycleConfiguration'],
  ['location', 'BucketLocation'],
  ['logging', 'BucketLogging'],
  ['notification', 'BucketNotificationConfiguration'],
  ['object-lock', 'ObjectLockConfiguration'],
  ['ownershipControls', 'BucketOwnershipControls'],
  ['policy', 'BucketPolicy'],
  ['policyStatus', 'BucketPolicyStatus'],
  ['publicAccessBlock', 'PublicAccessBlock'],
  ['replication', 'BucketReplication'],
  ['requestPayment', 'BucketRequestPayment'],
  ['tagging', 'BucketTagging'],
  ['versioning', 'BucketVersioning'],
  ['website', 'BucketWebsite'],
]);

/** `METHOD /path` of the REST services that speak neither `Action=` nor `X-Amz-Target`, S3 apart. */
const ROUTES: readonly (readonly [service: string, route: RegExp, operation: string])[] = [
  ['s3-control', /^GET \/v20180820\/configuration\/publicAccessBlock$/, 'GetPublicAccessBlock'],
  ['s3-control', /^PUT \/v20180820\/configuration\/publicAccessBlock$/, 'PutPublicAccessBlock'],
  ['s3-control', /^GET \/v20180820\/accesspoint$/, 'ListAccessPoints'],
  ['s3-control', /^GET \/v20180820\/accesspoint\/[^/]+$/, 'GetAccessPoint'],
  ['s3-control', /^GET \/v20180820\/accesspoint\/[^/]+\/policy$/, 'GetAccessPointPolicy'],
  [
    's3-control',
    /^GET \/v20180820\/accesspoint\/[^/]+\/policyStatus$/,
    'GetAccessPointPolicyStatus',
  ],
  ['s3-control', /^GET \/v20180820\/mrap\/instances$/, 'ListMultiRegionAccessPoints'],
  ['accessanalyzer', /^GET \/analyzer$/, 'ListAnalyzers'],
  ['accessanalyzer', /^GET \/analyzer\/[^/]+$/, 'GetAnalyzer'],
  ['backup', /^GET \/resources\/?$/, 'ListProtectedResources'],
  ['backup', /^GET \/backup-vaults\/?$/, 'ListBackupVaults'],
  ['backup', /^GET \/backup-vaults\/[^/]+$/, 'DescribeBackupVault'],
  ['backup', /^GET \/backup\/plans\/?$/, 'ListBackupPlans'],
  ['backup', /^GET \/backup\/plans\/[^/]+\/?$/, 'GetBackupPlan'],
];

function s3Operation(method: string, url: URL): string {
  const [bucket, key] = url.pathname.slice(1).split(/\/(.*)/s);
  if (!bucket) return 'ListBuckets';
  if (key) return `${{ GET: 'Get', PUT: 'Put', HEAD: 'Head' }[method] ?? 'Delete'}Object`;
  if (method === 'HEAD') return 'HeadBucket';
  const verb = { GET: 'Get', PUT: 'Put', DELETE: 'Delete' }[method] ?? method;
  for (const [parameter, name] of S3_SUBRESOURCES) {
    if (url.searchParams.has(parameter)) return `${verb}${name}`;
  }
  return { GET: 'ListObjectsV2', PUT: 'CreateBucket' }[method] ?? 'DeleteBucket';
}

function restOperation(service: string, method: string, url: URL): string {
  if (service === 's3') return s3Operation(method, url);
  // Account Management names the operation by its whole path.
  const word = /^\/([a-z]\w+)$/.exec(url.pathname)?.[1];
  if (service === 'account' && word) return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  const line = `${method} ${url.pathname}`;
  return ROUTES.find(([owner, route]) => owner === service && route.test(line))?.[2] ?? line;
}

function protocolOf(service: string, action: boolean, target: boolean): Protocol {
  if (service === 'ec2') return 'ec2';
  if (action) return 'query';
  if (target) return 'json';
  return ['s3', 's3-control', 'route53', 'cloudfront'].includes(service) ? 'rest-xml' : 'rest-json';
}

/** Reads the SigV4 credential scope and the operation of a request. An unsigned request is S3 in us-east-1. */
export function readRequest(
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
  const control = signedFor === 's3' && url.pathname.startsWith('/v20180820/');
  const service = control ? 's3-control' : (SERVICES.get(signedFor) ?? signedFor);
  const contentType = headers['content-type'] ?? '';
  const form = contentType.startsWith('application/x-www-form-urlencoded');
  const action = form ? new URLSearchParams(body.toString()).get('Action') : null;
  const header = headers['x-amz-target'];
  const json = typeof header === 'string' ? header.split('.').at(-1) : undefined;
  const operation = action ?? json ?? restOperation(service, method, url);
  return {
    service,
    operation,
    region,
    protocol: protocolOf(service, action !== null, json !== undefined),
    method,
    url,
    body,
    contentType,
    accessKeyId,
    // JSON protocols name the operation in a header alone.
    inputHash: createHash('sha256')
      .update(`${operation} ${method} ${target}\n`)
      .update(body)
      .digest('hex'),
  };
}
