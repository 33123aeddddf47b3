import { describe, expect, it } from 'vitest';
import {
  perResource,
  settingsBy,
  settingsFrom,
  withoutGone,
} from '../../src/collect/per-resource.ts';
import { Observed } from '../../src/observe/observed.ts';
import { causeOf, known, listing } from '../support/observe.ts';

const deleted = { ...causeOf('failed'), reason: 'gone' as const };
const here = { arn: 'arn:here' };
const gone = { arn: 'arn:gone' };
const hidden = { arn: 'arn:hidden', managed: { by: 'organization' as const, reason: 'theirs' } };

describe('one question for each resource', () => {
  it('gives each its own answer', async () => {
    const settings = await perResource([here, gone], ({ arn }) => Promise.resolve(known(arn)));
    expect(Observed.open(settings.of(here))).toMatchObject({ value: 'arn:here' });
    expect(Observed.open(settings.of(gone))).toMatchObject({ value: 'arn:gone' });
    expect(settings.gone).toEqual(new Map());
  });

  it('tells which of them were deleted meanwhile (F14)', async () => {
    const settings = await perResource([here, gone, hidden], ({ arn }) =>
      Promise.resolve(
        arn === 'arn:gone'
          ? Observed.unreadable(deleted)
          : arn === 'arn:hidden'
            ? Observed.unreadable(causeOf('denied'))
            : known('value'),
      ),
    );
    expect(settings.gone).toEqual(new Map([['arn:gone', deleted]]));
  });

  it('is a fault of the program where nothing was asked', () => {
    expect(() => settingsBy(new Map()).of(here)).toThrow('nothing was asked about arn:here');
  });
});

describe('a setting that is reasoned out of others', () => {
  const settings = settingsFrom([{ ...here, size: 2 }], ({ size }) => known(size));

  it('is that of the resource which is asked about, whoever holds its ARN', () => {
    expect(Observed.open(settings.of({ arn: 'arn:here' }))).toMatchObject({ value: 2 });
  });

  it('is a fault of the program where the resource was not listed', () => {
    expect(() => settings.of(gone)).toThrow('nothing is known about arn:gone');
  });
});

describe('a list without what was deleted (F14)', () => {
  const all = listing<typeof here & Partial<typeof hidden>>(here, gone, hidden);

  it('is the list itself where nothing was', () => {
    expect(withoutGone(all, {}, { gone: new Map() })).toBe(all);
  });

  it('leaves it out and rests on the calls that say so', () => {
    const { items, sources, gaps } = withoutGone(
      all,
      { gone: new Map([['arn:gone', deleted]]) },
      {},
    );
    expect(items).toEqual([here, hidden]);
    expect(sources).toEqual([...all.sources, deleted.source]);
    expect(gaps).toEqual([]);
  });

  it('keeps what another account manages, and may hide', () => {
    const { items } = withoutGone(all, { gone: new Map([['arn:hidden', deleted]]) });
    expect(items).toContain(hidden);
  });
});
