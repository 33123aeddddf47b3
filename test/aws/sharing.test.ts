/** How long what came of a call is kept (F15): as long as somebody who declares its operation may ask for it. */
import { expect, it } from 'vitest';
import { createSharing } from '../../src/aws/sharing.ts';
import { things } from '../support/fake-aws.ts';

const ListThings = things('ListThings');
const ListOthers = things('ListOthers');
const OfAnotherService = things('ListThings', { service: 'kms' });

/** Asks one after the other for one call of ListThings; the number is that of the request that gave the answer. */
function asked(calls: Parameters<typeof createSharing>[0]) {
  const sharing = createSharing<number>(calls);
  let sent = 0;
  return {
    sharing,
    ask: async (by: string) =>
      sharing.once({ id: 's3:ListThings@eu-west-1', operation: ListThings, by }, () => {
        sent += 1;
        return Promise.resolve(sent);
      }),
  };
}

it('an answer is kept for all who declare its operation, and for nobody else', async () => {
  const { ask } = asked([
    { id: 'a', calls: [ListThings] },
    { id: 'b', calls: [ListThings] },
    { id: 'c', calls: [ListOthers, OfAnotherService] },
  ]);
  expect(await ask('a')).toBe(1);
  expect(await ask('b')).toBe(1);
  await expect(ask('c')).rejects.toThrow('c asks for s3:ListThings@eu-west-1 again');
});

it('an answer is let go when the only one who may ask has it', async () => {
  const { ask } = asked([{ id: 'a', calls: [ListThings] }]);
  expect(await ask('a')).toBe(1);
  await expect(ask('a')).rejects.toThrow('its answer was let go');
});

it('one who asked before it is on its way is not waited for again', async () => {
  const { ask, sharing } = asked([
    { id: 'a', calls: [ListThings] },
    { id: 'b', calls: [ListThings] },
  ]);
  expect(await ask('a')).toBe(1);
  sharing.ended({ id: 'b', calls: [ListThings] });
  await expect(ask('b')).rejects.toThrow('its answer was let go');
});

it('one who ends without having been announced changes nothing', () => {
  const { sharing } = asked([]);
  expect(() => {
    sharing.ended({ id: 'x', calls: [ListThings] });
  }).not.toThrow();
});
