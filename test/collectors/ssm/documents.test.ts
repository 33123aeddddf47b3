import {
  DescribeDocumentPermissionCommand,
  DescribeParametersCommand,
  ListDocumentsCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { documents, documentSharing } from '../../../src/collectors/ssm/documents.ts';
import { storedParameters } from '../../../src/collectors/ssm/parameters.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(SSMClient);

beforeEach(() => {
  client.reset();
});

describe('documents', () => {
  it('are those that the account owns', async () => {
    client.on(ListDocumentsCommand).resolves(answer({ DocumentIdentifiers: [{ Name: 'deploy' }] }));
    const { value } = await gatherFrom(documents);
    expect(value.items).toMatchObject([
      { arn: 'arn:aws:ssm:eu-west-1:111122223333:document/deploy' },
    ]);
    const [call] = client.commandCalls(ListDocumentsCommand);
    expect(call?.args[0].input.Filters).toEqual([{ Key: 'Owner', Values: ['Self'] }]);
  });
});

describe('the sharing of a document', () => {
  async function sharingBy(permission: object) {
    client
      .on(ListDocumentsCommand)
      .resolves(answer({ DocumentIdentifiers: [{ Name: 'deploy' }] }))
      .on(DescribeDocumentPermissionCommand, { Name: 'deploy', PermissionType: 'Share' })
      .resolves(answer(permission));
    return opened();
  }

  async function opened() {
    const { value, gathered } = await gatherFrom(documentSharing);
    const [deploy] = gathered.get(documents, 'eu-west-1').items;
    return deploy && Observed.open(value.of(deploy));
  }

  it.each([
    { ids: [], isPublic: false },
    { ids: ['444455556666'], isPublic: false },
    { ids: ['all'], isPublic: true },
    { ids: ['All'], isPublic: true },
  ])('with $ids is public: $isPublic', async ({ ids, isPublic }) => {
    expect(await sharingBy({ AccountIds: ids })).toMatchObject({ value: { isPublic } });
  });

  it.each([
    { name: 'no list of accounts', permission: {} },
    { name: 'what is no account', permission: { AccountIds: ['SomethingNew'] } },
    { name: 'a page of several', permission: { AccountIds: ['444455556666'], NextToken: 'more' } },
  ])('is not guessed from $name', async ({ permission }) => {
    expect(await sharingBy(permission)).toMatchObject({ causes: [{ reason: 'failed' }] });
  });

  it('of a document that was deleted since is gone', async () => {
    client
      .on(ListDocumentsCommand)
      .resolves(answer({ DocumentIdentifiers: [{ Name: 'deploy' }] }))
      .on(DescribeDocumentPermissionCommand)
      .rejects(fault('InvalidDocument'));
    expect(await opened()).toMatchObject({ causes: [{ reason: 'gone' }] });
  });
});

describe('parameters', () => {
  it('have the ARN that IAM gives them, with a slash or without', async () => {
    const Parameters = [
      { Name: '/prod/db/password', Type: 'SecureString' as const },
      { Name: 'endpoint', Type: 'String' as const },
    ];
    client.on(DescribeParametersCommand).resolves(answer({ Parameters }));
    const { value } = await gatherFrom(storedParameters);
    expect(value.items.map(({ arn }) => arn)).toEqual([
      'arn:aws:ssm:eu-west-1:111122223333:parameter/prod/db/password',
      'arn:aws:ssm:eu-west-1:111122223333:parameter/endpoint',
    ]);
  });

  it('without a type stay, and their type is not known', async () => {
    client.on(DescribeParametersCommand).resolves(answer({ Parameters: [{ Name: 'endpoint' }] }));
    const { value } = await gatherFrom(storedParameters);
    const [parameter] = value.items;
    expect(value.gaps).toEqual([]);
    expect(parameter && Observed.open(parameter.kind)).toMatchObject({ known: false });
  });
});
