/** Many generated accounts behind one gate: who asks is told by the access key, as in AWS, and each is an account of its own. */
import * as sts from '@aws-sdk/client-sts';
import type { AssumeRoleResponse } from '@aws-sdk/client-sts';
import type { Answer } from '../../emulator/gate/answer.ts';
import { startGate } from '../../emulator/gate.ts';
import type { Gate } from '../../emulator/gate.ts';
import type { AwsRequest } from '../../emulator/gate/request.ts';
import { generateAccount } from '../account/account.ts';
import type { GeneratedAccount } from '../account/account.ts';
import { accountId as written } from '../account/identity.ts';
import { render } from '../account/render.ts';
import type { SizeName } from '../account/sizes.ts';

/** The account that runs the fleet, and is none of those that are scanned. */
const scanner = '999999999999';

/** Twelve digits. */
function accountAt(number: number): string {
  return String(200_000_000_000 + number * 7919);
}

export interface Accounts {
  readonly gate: Gate;
  readonly ids: readonly string[];
}

/** An account of each size that is named. */
export async function openAccounts(sizes: readonly SizeName[]): Promise<Accounts> {
  const midnight = new Date();
  midnight.setUTCHours(0, 0, 0, 0);
  const accounts = new Map<string, GeneratedAccount>(
    sizes.map((size, number) => [accountAt(number), generateAccount(size, midnight)]),
  );
  const gate = await startGate({ upstream: (request) => answerOf(request, accounts) });
  return { gate, ids: [...accounts.keys()] };
}

function answerOf(
  request: AwsRequest,
  accounts: ReadonlyMap<string, GeneratedAccount>,
): Answer | undefined {
  if (request.operation === 'AssumeRole') return render(sts, request, assumed(request));
  const id = /^ASIA(\d{12})/.exec(request.accessKeyId)?.[1] ?? scanner;
  const account = accounts.get(id);
  if (account) return readdressed(account.answer(readdressedRequest(request, id)), id);
  if (request.operation !== 'GetCallerIdentity') return undefined;
  const Arn = `arn:aws:sts::${scanner}:assumed-role/audit/bench`;
  return render(sts, request, { Account: scanner, Arn, UserId: 'AROAGENERATED00000000:bench' });
}

/** Credentials whose key id tells the account. */
function assumed({ body }: AwsRequest): AssumeRoleResponse {
  const arn = new URLSearchParams(body.toString()).get('RoleArn') ?? '';
  const account = arn.split(':')[4] ?? '';
  return {
    AssumedRoleUser: {
      Arn: `arn:aws:sts::${account}:assumed-role/srm-scan-read/srm-scan`,
      AssumedRoleId: 'AROAGENERATED00000000:srm-scan',
    },
    Credentials: {
      AccessKeyId: `ASIA${account}BENC`,
      SecretAccessKey: 'unused',
      SessionToken: 'unused',
      Expiration: new Date(Date.now() + 3_600_000),
    },
  };
}

/** A generated account knows itself by one id, which is as long as any other. */
function readdressed(answer: Answer | undefined, id: string): Answer | undefined {
  if (!answer?.body.includes(written)) return answer;
  return {
    ...answer,
    body: Buffer.from(answer.body.toString('latin1').replaceAll(written, id), 'latin1'),
  };
}

function readdressedRequest(request: AwsRequest, id: string): AwsRequest {
  const { url, body } = request;
  return {
    ...request,
    url: url.href.includes(id) ? new URL(url.href.replaceAll(id, written)) : url,
    body: body.includes(id)
      ? Buffer.from(body.toString('latin1').replaceAll(id, written), 'latin1')
      : body,
  };
}
