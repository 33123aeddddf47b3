/** What any Region answers, where the home Region is closed to the caller (F44). */
import { describe, expect, it } from 'vitest';
import { createCaller } from '../../src/aws/caller.ts';
import { createLedger } from '../../src/aws/evidence/ledger.ts';
import { Observed } from '../../src/observe/observed.ts';
import { type Script, scripted, things } from '../support/fake-aws.ts';

const scp = {
  code: 'AccessDenied',
  message: 'not authorized, with an explicit deny in a service control policy',
};
const denied = { code: 'AccessDenied', message: 'no' };

const everywhere = things('ListThings');
const { anywhere: _anywhere, ...inOnePlace } = things('GetThing');

function asking(script: Script, told: readonly string[] = ['eu-central-1']) {
  const ledger = createLedger();
  const transport = scripted(script);
  const caller = createCaller({ transport, ledger, homeRegion: 'us-east-1', told });
  const who = { id: 's3.things', calls: [everywhere, inOnePlace] };
  return { ledger, transport, caller, aws: caller.readsFor(who, 'global') };
}

function list({ aws }: ReturnType<typeof asking>) {
  return aws.list(everywhere, {}, 'Things', (thing, { must }) => ({ name: must(thing, 'Name') }), {
    key: ({ name }) => name,
  });
}

describe('what any Region answers (F44)', () => {
  it('is asked in the home Region alone, where that answers', async () => {
    const made = asking({ 's3:ListThings@us-east-1': { Things: [{ Name: 'a' }] } });
    expect((await list(made)).items).toMatchObject([{ name: 'a' }]);
    expect(made.transport.asked).toEqual(['s3:ListThings@us-east-1']);
  });

  it.each([
    ['a policy closes the home Region', scp],
    ['the home Region denies it', denied],
    ['the home Region does not take the credentials', { code: 'InvalidToken', message: 'no' }],
    ['no network leads there', { code: 'TimeoutError', message: 'no connection within 5 s' }],
  ])('is asked in the Region that the user named where %s, and is no gap', async (_, error) => {
    const made = asking({
      's3:ListThings@us-east-1': { error },
      's3:ListThings@eu-central-1': { Things: [{ Name: 'a' }] },
    });
    expect(await list(made)).toMatchObject({
      items: [{ name: 'a' }],
      gaps: [],
      sources: [{ region: 'eu-central-1', regional: false }],
    });
    expect(made.ledger.lines).toMatchObject([
      { region: 'us-east-1', answeredElsewhere: true },
      { region: 'eu-central-1', status: 'ok' },
    ]);
  });

  it('is asked there for its other pages as well', async () => {
    const made = asking({
      's3:ListThings@us-east-1': { error: scp },
      's3:ListThings@eu-central-1': { Things: [{ Name: 'a' }], NextToken: '2' },
      ListThings: { Things: [{ Name: 'b' }] },
    });
    expect((await list(made)).items).toMatchObject([{ name: 'a' }, { name: 'b' }]);
    expect(made.transport.asked.filter((id) => id.includes('us-east-1'))).toHaveLength(1);
  });

  it('is asked in the account’s Regions where a policy closes Regions, and not for another denial', async () => {
    const open = { 's3:ListThings@eu-west-3': { Things: [] } };
    const closed = asking({ ListThings: { error: scp }, ...open }, []);
    closed.caller.accountHas(['eu-west-1', 'eu-west-3', 'us-east-1']);
    expect((await list(closed)).gaps).toEqual([]);
    const refused = asking({ ListThings: { error: denied } }, []);
    refused.caller.accountHas(['eu-west-1', 'eu-west-3']);
    await list(refused);
    expect(refused.transport.asked).toEqual(['s3:ListThings@us-east-1']);
  });

  it('is a gap of the home Region where no Region answers', async () => {
    const made = asking({ ListThings: { error: scp } });
    expect((await list(made)).gaps).toMatchObject([{ source: { region: 'us-east-1' } }]);
    expect(made.ledger.lines.filter((line) => line.answeredElsewhere)).toEqual([]);
  });

  it('is not asked elsewhere because AWS throttled', async () => {
    const made = asking({ ListThings: { error: { code: 'SlowDown', message: 'slow down' } } });
    await list(made);
    expect(made.transport.asked).toEqual(['s3:ListThings@us-east-1']);
  });
});

it('a service with Regions is not asked in one of them for the whole account', async () => {
  const { aws } = asking({});
  await expect(aws.get(inOnePlace, {}, () => null)).rejects.toThrow('without a Region');
  expect(
    Observed.open(await aws.get(inOnePlace, {}, () => null, { region: 'eu-west-1' })).known,
  ).toBe(false);
});
