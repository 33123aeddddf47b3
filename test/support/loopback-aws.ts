/** A server on this machine that speaks as much of AWS as a scan needs to begin. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { text } from 'node:stream/consumers';

interface Call {
  /** The operation, where the protocol tells it; else method and path. */
  readonly operation: string;
  /** Parameters of the query protocols. */
  readonly params: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Reply {
  readonly status?: number;
  readonly body: string;
}

export interface Loopback {
  readonly calls: readonly Call[];
  /** Environment that sends the SDK here, with credentials. */
  readonly env: Readonly<Record<string, string>>;
  readonly endpoint: string;
  /** Resolves when a call came that is not answered. */
  readonly hanging: Promise<void>;
  close(): Promise<void>;
}

/** An error of the query protocols. */
export function queryError(code: string, message: string, status = 403): Reply {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, body: `<ErrorResponse>${error}<RequestId>R1</RequestId></ErrorResponse>` };
}

/** An error as the service of the call words it: S3 and EC2 have forms of their own, most others speak JSON. */
export function errorFor({ headers }: Pick<Call, 'headers'>, code: string, message: string): Reply {
  const error = `<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  switch (headers.authorization?.split('/')[3]) {
    case 's3':
      return { status: 403, body: error };
    case 'ec2':
      return { status: 403, body: `<Response><Errors>${error}</Errors></Response>` };
    case 'iam':
    case 'rds':
    case 'sts':
      return queryError(code, message);
    default:
      return { status: 403, body: JSON.stringify({ __type: code, message }) };
  }
}

const identity = {
  body: `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:sts::111122223333:assumed-role/audit/me</Arn><UserId>AROA:me</UserId><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
};

/** Credentials that last for `seconds`. */
export function assumed(seconds: number): Reply {
  const end = new Date(Date.now() + seconds * 1000).toISOString();
  return {
    body: `<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId><SecretAccessKey>x</SecretAccessKey><SessionToken>assumed-session</SessionToken><Expiration>${end}</Expiration></Credentials><AssumedRoleUser><AssumedRoleId>AROA:me</AssumedRoleId><Arn>arn:aws:sts::111122223333:assumed-role/audit/me</Arn></AssumedRoleUser></AssumeRoleResult></AssumeRoleResponse>`,
  };
}

const regions = ['eu-west-1', 'us-east-1'];

const discovery: Readonly<Record<string, Reply>> = {
  GetCallerIdentity: identity,
  ListAccountAliases: {
    body: `<ListAccountAliasesResponse><ListAccountAliasesResult><AccountAliases/><IsTruncated>false</IsTruncated></ListAccountAliasesResult></ListAccountAliasesResponse>`,
  },
  DescribeRegions: {
    body: `<DescribeRegionsResponse><regionInfo>${regions
      .map(
        (name) =>
          `<item><regionName>${name}</regionName><optInStatus>opt-in-not-required</optInStatus></item>`,
      )
      .join('')}</regionInfo></DescribeRegionsResponse>`,
  },
  'POST /listRegions': {
    body: JSON.stringify({
      Regions: regions.map((RegionName) => ({ RegionName, RegionOptStatus: 'ENABLED_BY_DEFAULT' })),
    }),
  },
};

/** What else it answers, by operation; `hang` keeps the caller waiting. Whatever is not told is refused. */
export type Answers = (call: Call) => Reply | 'hang' | undefined;

/** @param tls key and certificate of a server that speaks TLS; its name is `localhost` */
export async function startLoopback(
  answers: Answers = () => undefined,
  tls?: { readonly key: string; readonly cert: string },
): Promise<Loopback> {
  const calls: Call[] = [];
  let hangs = () => {};
  const hanging = new Promise<void>((resolve) => {
    hangs = resolve;
  });
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    const serve = (body: string) => {
      const call = callOf(request, body);
      calls.push(call);
      const reply =
        answers(call) ?? discovery[call.operation] ?? errorFor(call, 'AccessDenied', 'no');
      if (reply === 'hang') {
        hangs();
        return;
      }
      response.writeHead(reply.status ?? 200, { 'x-amzn-requestid': 'R1' }).end(reply.body);
    };
    text(request).then(serve, () => response.destroy());
  };
  const server = tls ? createTlsServer({ ...tls }, listener) : createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  const endpoint = tls ? `https://localhost:${address.port}` : `http://127.0.0.1:${address.port}`;
  return {
    calls,
    endpoint,
    hanging,
    env: {
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'x',
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function callOf({ method, url, headers }: IncomingMessage, body: string): Call {
  const params = new URLSearchParams(body);
  const target = headers['x-amz-target'];
  const named = typeof target === 'string' ? target.split('.').at(-1) : params.get('Action');
  const path = (url ?? '').split('?')[0] ?? '';
  return { operation: named ?? `${method ?? ''} ${path}`, params, headers, body };
}
