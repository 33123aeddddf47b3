import { describe, expect, it } from 'vitest';
import { Observed } from '../../src/observe/observed.ts';
import { everything, type Selection } from '../../src/plan/asked.ts';
import { scopeOf } from '../../src/run/regions.ts';
import { unreadable } from '../support/observe.ts';

const enabled = (region: string) => ({ region, state: 'ENABLED', enabled: true });
const states = [
  enabled('eu-central-1'),
  enabled('eu-west-1'),
  { region: 'me-south-1', state: 'DISABLED', enabled: false },
];

function scope(selection: Partial<Selection>, regionStates = Observed.known(states)) {
  const identity = {
    account: '111122223333',
    partition: 'aws',
    principal: 'arn:aws:iam::1:user/a',
  };
  return scopeOf(
    { ...identity, alias: Observed.known(null), regionStates },
    { ...everything, ...selection },
  );
}

describe('F53: a Region that is excluded', () => {
  it('is not read, and stands among the skipped with its reason', () => {
    const { regions, skipped } = scope({ excludeRegions: ['eu-west-1'] });
    expect(regions).toEqual(['eu-central-1']);
    expect(skipped).toContainEqual({ region: 'eu-west-1', reason: 'excluded' });
    expect(skipped.map(({ region }) => region)).not.toContain('eu-central-1');
  });

  it('says so beside those that were not chosen and those that are not enabled', () => {
    const asked = { regions: ['eu-central-1'], excludeRegions: ['me-south-1'] };
    expect(scope(asked).skipped).toEqual([
      { region: 'eu-west-1', reason: 'not selected' },
      { region: 'me-south-1', reason: 'not enabled for the account' },
    ]);
  });

  it('that the account does not have is refused', () => {
    expect(() => scope({ excludeRegions: ['eu-west-9'] })).toThrow('Did you mean eu-west-1');
  });

  it('leaves something to scan', () => {
    expect(() => scope({ excludeRegions: ['eu-central-1', 'eu-west-1'] })).toThrow(
      'every region of the account is excluded',
    );
  });

  it('is left out too where the account would not say which Regions it has', () => {
    const { regions, skipped } = scope({ excludeRegions: ['eu-west-1'] }, unreadable());
    expect(regions).toContain('eu-central-1');
    expect(regions).not.toContain('eu-west-1');
    expect(skipped[0]).toEqual({ region: 'eu-west-1', reason: 'excluded' });
  });
});
