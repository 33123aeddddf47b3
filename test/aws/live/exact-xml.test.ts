/** F67: what comes over the wire in each of AWS's XML protocols, before a collector sees it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect } from '../../../src/aws/live/connection.ts';
import type { Operation } from '../../../src/aws/operation.ts';
import { GetEbsEncryptionByDefault } from '../../../src/collectors/ec2/operations.ts';
import { GetAccountPasswordPolicy } from '../../../src/collectors/iam/operations.ts';
import { GetBucketPolicyStatus } from '../../../src/collectors/s3/operations.ts';
import { type Loopback, startLoopback } from '../../support/loopback-aws.ts';

const credentials = () =>
  Promise.resolve({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' });

let aws: Loopback;
let body = '';
beforeEach(async () => {
  aws = await startLoopback(() => ({ body }));
  for (const [name, value] of Object.entries(aws.env)) vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

async function answerOf<I, O>(operation: Operation<I, O>, input: I, xml: string): Promise<O> {
  body = xml;
  const connection = connect({ credentials });
  const { output } = await operation.send(connection, 'eu-west-1', input);
  connection.close();
  return output;
}

const ofEc2 = (value: string) =>
  answerOf(
    GetEbsEncryptionByDefault,
    {},
    `<GetEbsEncryptionByDefaultResponse>${value}</GetEbsEncryptionByDefaultResponse>`,
  );
const ofS3 = (value: string) =>
  answerOf(
    GetBucketPolicyStatus,
    { Bucket: 'b' },
    `<PolicyStatus xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${value}</PolicyStatus>`,
  );
const ofIam = (value: string) =>
  answerOf(
    GetAccountPasswordPolicy,
    {},
    `<GetAccountPasswordPolicyResponse><GetAccountPasswordPolicyResult><PasswordPolicy>${value}</PasswordPolicy></GetAccountPasswordPolicyResult></GetAccountPasswordPolicyResponse>`,
  );

describe('F67 a text is not turned into what it is not', () => {
  it.each([
    ['true', true],
    ['false', false],
    ['TRUE', true],
    ['maybe', 'maybe'],
    ['', ''],
  ])('%j where true or false is due', async (text, value) => {
    const flag = `<ebsEncryptionByDefault>${text}</ebsEncryptionByDefault>`;
    expect((await ofEc2(flag)).EbsEncryptionByDefault).toBe(value);
    expect((await ofS3(`<IsPublic>${text}</IsPublic>`)).PolicyStatus?.IsPublic).toBe(value);
    const symbols = `<RequireSymbols>${text}</RequireSymbols>`;
    expect((await ofIam(symbols)).PasswordPolicy?.RequireSymbols).toBe(value);
  });

  it.each([
    ['14', 14],
    ['', ''],
    ['many', 'many'],
  ])('%j where a number is due', async (text, value) => {
    const length = `<MinimumPasswordLength>${text}</MinimumPasswordLength>`;
    expect((await ofIam(length)).PasswordPolicy?.MinimumPasswordLength).toBe(value);
  });

  it('text where a structure is due; an empty element is an empty structure', async () => {
    expect((await ofIam('none')).PasswordPolicy).toBe('none');
    expect((await ofIam('')).PasswordPolicy).toEqual({});
  });
});
