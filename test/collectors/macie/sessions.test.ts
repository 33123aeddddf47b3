import { GetMacieSessionCommand, Macie2Client } from '@aws-sdk/client-macie2';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { macieSessions } from '../../../src/collectors/macie/sessions.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(Macie2Client);

beforeEach(() => {
  client.reset();
});

async function status() {
  const [own] = (await gatherFrom(macieSessions)).value.items;
  if (!own) throw new Error('the Region was not listed');
  return Observed.open(own.status);
}

const saying = (message: string) =>
  client
    .on(GetMacieSessionCommand)
    .rejects(Object.assign(new Error(message), { name: 'AccessDeniedException' }));

it.each(['ENABLED', 'PAUSED'] as const)('reads that it is %s', async (given) => {
  client.on(GetMacieSessionCommand).resolves(answer({ status: given }));
  expect(await status()).toMatchObject({ value: given });
});

it('tells Macie that is off from a caller who may not ask, by the words of the same code', async () => {
  saying('Macie is not enabled.');
  expect(await status()).toMatchObject({ value: 'OFF' });
  saying('User: u is not authorized to perform: macie2:GetMacieSession');
  expect(await status()).toMatchObject({ causes: [{ reason: 'denied' }] });
});

it('does not take an answer without a status for one', async () => {
  client.on(GetMacieSessionCommand).resolves(answer({}));
  expect(await status()).toMatchObject({ known: false });
});
