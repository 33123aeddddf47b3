import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { functions } from '../../../src/collectors/lambda/functions.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(LambdaClient);
const arn = 'arn:aws:lambda:eu-west-1:111122223333:function:shipping';

beforeEach(() => {
  client.reset();
});

/** What is listed of a function that AWS answers with these members beside its name. */
async function listed(members: string) {
  const given: object = JSON.parse(members);
  const named = { FunctionName: 'shipping', FunctionArn: arn, ...given };
  client.on(ListFunctionsCommand).resolves(answer({ Functions: [named] }));
  const { value } = await gatherFrom(functions);
  const [item] = value.items;
  if (!item) throw new Error('nothing was listed');
  return item;
}

describe('functions', () => {
  it('are those of every page', async () => {
    client
      .on(ListFunctionsCommand)
      .resolves(
        answer({ Functions: [{ FunctionName: 'a', FunctionArn: `${arn}a` }], NextMarker: 'a' }),
      )
      .on(ListFunctionsCommand, { Marker: 'a' })
      .resolves(answer({ Functions: [{ FunctionName: 'b', FunctionArn: `${arn}b` }] }));
    const { value } = await gatherFrom(functions);
    expect(value).toMatchObject({ items: [{ name: 'a' }, { name: 'b' }], gaps: [] });
  });

  it('that may not be listed are a gap', async () => {
    client.on(ListFunctionsCommand).rejects(fault('AccessDeniedException'));
    const { value } = await gatherFrom(functions);
    expect(value).toMatchObject({ items: [], gaps: [{ reason: 'denied' }] });
  });

  it('that CloudFront copied to the edge are not the customer’s', async () => {
    expect(await listed(`{ "MasterArn": "${arn}:3" }`)).toMatchObject({ managed: { by: 'aws' } });
  });
});

describe('the runtime', () => {
  it('is one of the list with its end', async () => {
    const { runtime } = await listed('{ "PackageType": "Zip", "Runtime": "python3.9" }');
    const value = { id: 'python3.9', deprecated: '2025-12-15' };
    expect(Observed.open(runtime)).toMatchObject({ value });
  });

  it('of an image is its own', async () => {
    const image = await listed('{ "PackageType": "Image" }');
    expect(Observed.open(image.runtime)).toMatchObject({ value: null });
    expect(image.variant).toBe('lambda-image');
  });

  it.each([
    '{ "PackageType": "Zip", "Runtime": "cobol85" }',
    '{ "PackageType": "Zip" }',
    '{ "Runtime": "python3.13" }',
    '{ "PackageType": "Disk", "Runtime": "python3.13" }',
  ])('is not guessed from %s', async (members) => {
    const { runtime } = await listed(members);
    expect(Observed.open(runtime)).toMatchObject({ causes: [{ reason: 'failed' }] });
  });
});

describe('secrets in variables', () => {
  it('are found, and neither they nor the other variables are in the answer any more', async () => {
    const Variables = { DB_PASSWORD: 'x7Kq2mVw9RtB', STAGE: 'live-in-bremen' };
    const { secrets } = await listed(JSON.stringify({ Environment: { Variables } }));
    const value = [{ kind: 'password', names: ['DB_PASSWORD'], hasUnnamed: false }];
    expect(Observed.open(secrets)).toMatchObject({ value });
  });

  it.each([
    ['no variables', '{}', null],
    ['an empty set of variables', '{ "Environment": { "Variables": {} } }', null],
    [
      'an ARN of Secrets Manager',
      '{ "Environment": { "Variables": { "DB_PASSWORD": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db" } } }',
      [],
    ],
    [
      'a parameter of Systems Manager',
      '{ "Environment": { "Variables": { "DB_PASSWORD": "/prod/db/password" } } }',
      [],
    ],
  ])('are none in %s', async (_what, members, value) => {
    const { secrets } = await listed(members);
    expect(Observed.open(secrets)).toMatchObject({ value });
  });

  it('are not known where Lambda could not decrypt the variables', async () => {
    const { secrets } = await listed(
      '{ "Environment": { "Error": { "ErrorCode": "AccessDeniedException", "Message": "…" } } }',
    );
    expect(Observed.open(secrets)).toMatchObject({
      causes: [{ reason: 'failed', detail: expect.stringContaining('AccessDeniedException') }],
    });
  });

  it('are not known where an environment has neither variables nor an error', async () => {
    const { secrets } = await listed('{ "Environment": {} }');
    expect(Observed.open(secrets)).toMatchObject({ causes: [{ reason: 'failed' }] });
  });
});
