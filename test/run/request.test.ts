import { describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { everything } from '../../src/plan/asked.ts';
import { requestOf } from '../../src/run/request.ts';

function parseRegions(regions: readonly string[]): readonly string[] {
  return requestOf(checks, { ...everything, regions }).selection.regions;
}

describe('regions', () => {
  it('are taken once each, of any partition', () => {
    const names = ['eu-west-1', 'us-gov-west-1', 'cn-north-1', 'eusc-de-east-1', 'eu-west-1'];
    expect(parseRegions(names)).toEqual(names.slice(0, 4));
  });

  it.each([
    ['eu-west1', 'Did you mean eu-west-1'],
    ['EU-WEST-1', 'Did you mean eu-west-1'],
    ['Frankfurt', 'A region is written like eu-west-1.'],
    ['', 'A region is written like eu-west-1.'],
  ])('%j is none', (name, hint) => {
    expect(() => parseRegions([name])).toThrow(hint);
  });
});
