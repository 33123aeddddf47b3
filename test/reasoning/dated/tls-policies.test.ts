import { describe, expect, it } from 'vitest';
import { ageOf } from '../../../src/reasoning/dated/dated.ts';
import {
  recommendedElbPolicies,
  recommendedViewerPolicies,
} from '../../../src/reasoning/dated/tls-policies.ts';

describe.each([
  ['listeners', recommendedElbPolicies],
  ['distributions', recommendedViewerPolicies],
] as const)('the recommended policies of %s', (_, list) => {
  it('are not doubted while they are young', () => {
    expect(ageOf(list, new Date(list.asOf))).toEqual([]);
  });

  it('tell of their age once they are old', () => {
    const [reason] = ageOf(list, new Date(list.doubtedFrom));
    expect(reason).toContain(list.asOf);
  });

  it('were read before they are doubted, and on a page', () => {
    expect(Date.parse(list.asOf)).toBeLessThan(Date.parse(list.doubtedFrom));
    expect(list.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });
});
