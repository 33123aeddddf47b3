import type { AwsRequest } from './request.ts';

/** A whole HTTP answer. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

/** An error as AWS names it. */
export interface AwsError {
  readonly code: string;
  readonly message: string;
  readonly status: number;
}

const REQUEST_ID = '00000000-0000-4000-8000-00000000e4e4';

/** Escapes text for XML content and attributes. */
export function xml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (found) => entities[found] ?? found);
}

/** An answer with a body of text. */
export function text(status: number, contentType: string, body: string): Answer {
  const headers = { 'content-type': contentType, 'x-amzn-requestid': REQUEST_ID };
  return { status, headers, body: Buffer.from(body) };
}

/** A successful answer in the protocol of the request: the members as XML, or as an object for JSON. */
export function success(request: AwsRequest, members: string | object): Answer {
  const { operation, protocol } = request;
  if (typeof members === 'object') {
    const type = protocol === 'json' ? request.contentType : 'application/json';
    return text(200, type, JSON.stringify(members));
  }
  const id = `<requestId>${REQUEST_ID}</requestId>`;
  const body = {
    ec2: `<${operation}Response>${id}${members}</${operation}Response>`,
    query:
      `<${operation}Response><${operation}Result>${members}</${operation}Result>` +
      `<ResponseMetadata><RequestId>${REQUEST_ID}</RequestId></ResponseMetadata></${operation}Response>`,
  }[protocol === 'ec2' ? 'ec2' : 'query'];
  return text(200, 'text/xml', body);
}

/** The error in the shape of the request's protocol. The answer to HEAD has no body, as in AWS. */
export function failure(request: AwsRequest, error: AwsError): Answer {
  if (request.method === 'HEAD')
    return { status: error.status, headers: {}, body: Buffer.alloc(0) };
  const inner = `<Code>${xml(error.code)}</Code><Message>${xml(error.message)}</Message>`;
  const wrapped =
    `<ErrorResponse><Error><Type>Sender</Type>${inner}</Error>` +
    `<RequestId>${REQUEST_ID}</RequestId></ErrorResponse>`;
  const { status } = error;
  switch (request.protocol) {
    case 'ec2':
      return text(
        status,
        'text/xml',
        `<Response><Errors><Error>${inner}</Error></Errors><RequestID>${REQUEST_ID}</RequestID></Response>`,
      );
    case 'query':
      return text(status, 'text/xml', wrapped);
    case 'rest-xml':
      return text(
        status,
        'application/xml',
        request.service === 's3'
          ? `<Error>${inner}<RequestId>${REQUEST_ID}</RequestId></Error>`
          : wrapped,
      );
    case 'json':
    case 'rest-json': {
      const type = request.protocol === 'json' ? request.contentType : 'application/json';
      const body = JSON.stringify({ __type: error.code, message: error.message });
      const answer = text(status, type, body);
      return { ...answer, headers: { ...answer.headers, 'x-amzn-errortype': error.code } };
    }
  }
}
