import { describe, expect, it } from 'vitest';
import { linksOf, profileOf } from '../../src/frameworks/index.ts';
import {
  equal,
  equalWith,
  intersectsWith,
  subsetOf,
  supersetOf,
} from '../../src/frameworks/relation.ts';

const find = (links: ReturnType<typeof linksOf>, control: string) =>
  links.find((link) => link.control === control);

describe("what AWS relates a control of its own to follows from the check's claim of that control", () => {
  it('names every requirement, the way it came by, and AWS as the source', () => {
    const links = linksOf({ 'aws-fsbp': { 'S3.5': equal } });
    expect(links.filter(({ framework }) => framework === 'pci-dss-4.0.1')).toEqual([
      {
        framework: 'pci-dss-4.0.1',
        control: '4.2.1',
        relation: 'subset-of',
        because: "it asks for this among other things, by AWS's S3.5",
        source: 'aws',
        via: ['S3.5'],
      },
    ]);
    const nist = links.filter(({ framework }) => framework === 'nist-800-53-r5');
    expect(nist).toHaveLength(12);
    expect(new Set(nist.map(({ source }) => source))).toEqual(new Set(['aws']));
  });

  it.each([
    ['all of it', equal, 'subset-of'],
    ['a part of it', subsetOf('a part'), 'subset-of'],
    ['more', supersetOf('more'), 'intersects-with'],
    ['other things', intersectsWith('others'), 'intersects-with'],
  ] as const)('a check that asks for %s', (_, claim, relation) => {
    expect(find(linksOf({ 'aws-fsbp': { 'S3.5': claim } }), '4.2.1')?.relation).toBe(relation);
  });

  it('is no more than a contribution where the requirement asks for an outcome', () => {
    expect(find(linksOf({ 'aws-fsbp': { 'S3.2': equal } }), 'AC-3')).toMatchObject({
      relation: 'intersects-with',
      source: 'aws',
    });
  });

  it('is one link for several controls, as strong as the strongest', () => {
    const links = linksOf({
      'aws-security-hub': { 'EC2.13': intersectsWith('two ports'), 'EC2.53': equal },
    });
    expect(links.filter(({ control }) => control === '1.3.1')).toMatchObject([
      { relation: 'subset-of', via: ['EC2.13', 'EC2.53'] },
    ]);
  });

  it('gives way to a reading of our own, which keeps AWS as the source', () => {
    const links = linksOf({
      'aws-security-hub': { 'CloudTrail.3': supersetOf('every Region') },
      'pci-dss-4.0.1': { '10.2.1': subsetOf('one kind of log') },
    });
    expect(find(links, '10.2.1')).toEqual({
      framework: 'pci-dss-4.0.1',
      control: '10.2.1',
      relation: 'subset-of',
      because: 'one kind of log',
      source: 'aws',
      via: ['CloudTrail.3'],
    });
  });

  it("hands on the control's own values", () => {
    const claim = equalWith({ days: 90 }, supersetOf('90 are allowed'));
    expect(find(linksOf({ 'aws-fsbp': { 'IAM.8': claim } }), '8.2.6')).toMatchObject({
      relation: 'intersects-with',
      at: { values: { days: 90 }, relation: 'subset-of' },
    });
  });

  it('is ours where AWS says nothing', () => {
    expect(find(linksOf({ 'nist-800-53-r5': { 'IR-7': subsetOf('a part') } }), 'IR-7')).toEqual({
      framework: 'nist-800-53-r5',
      control: 'IR-7',
      relation: 'subset-of',
      because: 'a part',
      source: 'own',
    });
  });
});

describe('the values of a framework', () => {
  const check = {
    id: 'a',
    params: { days: 45 },
    links: linksOf({
      'cis-aws-6.0': { '2.11': equal },
      'aws-fsbp': { 'IAM.8': equalWith({ days: 90 }, supersetOf('90 are allowed')) },
    }),
  };

  it('are those that its controls name, also through AWS', () => {
    expect(profileOf([check], ['aws-fsbp'])).toEqual({ a: { days: 90 } });
    expect(profileOf([check], ['pci-dss-4.0.1'])).toEqual({ a: { days: 90 } });
    expect(profileOf([check], ['aws-fsbp', 'pci-dss-4.0.1'])).toEqual({ a: { days: 90 } });
  });

  it('are none where the defaults are right, or no framework was chosen', () => {
    expect(profileOf([check], ['cis-aws-6.0'])).toEqual({});
    expect(profileOf([check], [])).toEqual({});
    expect(profileOf([check], ['nist-800-53-r5'])).toEqual({});
  });

  it('are none where two frameworks ask for different ones', () => {
    expect(profileOf([check], ['cis-aws-6.0', 'aws-fsbp'])).toEqual({});
  });

  it('take no heed of a framework that the check does not serve', () => {
    expect(profileOf([check], ['aws-fsbp', 'cis-aws-5.0'])).toEqual({ a: { days: 90 } });
  });
});
