import { describe, expect, it } from 'vitest';

import { findControl, frameworks } from '../../src/frameworks/index.ts';

const controlIds = (id: string) =>
  frameworks.find((framework) => framework.id === id)?.controls.map((control) => control.id);

describe('catalogues', () => {
  it('has each framework once', () => {
    expect(frameworks.map(({ id }) => id)).toEqual([
      'cis-aws-5.0',
      'cis-aws-6.0',
      'cis-aws-7.0',
      'aws-fsbp',
      'aws-security-hub',
      'nist-800-53-r5',
      'pci-dss-4.0.1',
      'nist-csf-2.0',
      'iso-27001-2022',
      'soc-2-2017',
    ]);
  });

  it.each([
    ['aws-fsbp', 376],
    ['aws-security-hub', 213],
    ['nist-800-53-r5', 1014],
    ['pci-dss-4.0.1', 250],
    ['nist-csf-2.0', 106],
    ['iso-27001-2022', 93],
    ['soc-2-2017', 61],
  ])('lists all controls of %s', (id, count) => {
    expect(frameworks.find((framework) => framework.id === id)?.complete).toBe(true);
    expect(controlIds(id)).toHaveLength(count);
  });

  it('never counts a Security Hub control outside FSBP towards FSBP', () => {
    const fsbp = new Set(controlIds('aws-fsbp'));
    expect(controlIds('aws-security-hub')?.filter((id) => fsbp.has(id))).toEqual([]);
  });

  const idShapes = [
    ['cis-aws-5.0', /^[1-5](\.\d+){1,2}$/],
    ['cis-aws-6.0', /^[2-6](\.\d+){1,2}$/],
    ['cis-aws-7.0', /^[2-6](\.\d+){1,2}$/],
    ['aws-fsbp', /^[A-Z][A-Za-z0-9]+\.\d+$/],
    ['aws-security-hub', /^[A-Z][A-Za-z0-9]+\.\d+$/],
    ['nist-800-53-r5', /^[A-Z]{2}-\d+(\(\d+\))?$/],
    ['pci-dss-4.0.1', /^\d{1,2}(\.\d+){2,4}$/],
    ['nist-csf-2.0', /^(GV|ID|PR|DE|RS|RC)\.[A-Z]{2}-\d{2}$/],
    ['iso-27001-2022', /^A\.[5-8]\.\d{1,2}$/],
    ['soc-2-2017', /^(CC|A|C|PI|P)\d\.\d$/],
  ] as const;

  it.each(idShapes)('writes the ids of %s as published', (id, shape) => {
    const ids = controlIds(id) ?? [];
    expect(ids).not.toHaveLength(0);
    expect(ids.filter((controlId) => !shape.test(controlId))).toEqual([]);
  });

  describe.each(frameworks)('$id', ({ id: framework, controls, publisher, url, version }) => {
    it('names its source', () => {
      expect(new URL(url).protocol).toBe('https:');
      expect(publisher).not.toBe('');
      expect(version).not.toBe('');
    });

    it('has each control id once', () => {
      expect(controls).not.toHaveLength(0);
      expect(new Set(controls.map(({ id }) => id)).size).toBe(controls.length);
    });

    it('lists its controls in the order of the publication', () => {
      const byNumber = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
      const sorted = controls.toSorted((a, b) => byNumber.compare(a.id, b.id));
      // The CSF orders its categories by what comes first, and numbers within them.
      const categories = [...new Set(controls.map(({ id }) => id.slice(0, 5)))];
      const ofCsf = categories.flatMap((each) => sorted.filter(({ id }) => id.startsWith(each)));
      expect(controls).toEqual(framework === 'nist-csf-2.0' ? ofCsf : sorted);
    });

    // NIST's own names of controls are as long as they are.
    const longest = framework === 'nist-800-53-r5' ? 120 : 100;

    it(`titles every control in sentence style within ${longest} characters`, () => {
      const faulty = controls.filter(
        ({ title }) => title.length > longest || !/^[A-Z]\S*( \S+)*[^.\s]$/.test(title),
      );
      expect(faulty).toEqual([]);
    });

    it('titles its controls in words of our own, not in those of a standard', () => {
      expect(controls.filter(({ title }) => /^ensure\b|\bshould\b|\bshall\b/i.test(title))).toEqual(
        [],
      );
    });
  });
});

describe('CIS AWS Foundations Benchmark', () => {
  const ofSection = (ids: readonly string[] | undefined, section: string) =>
    ids?.filter((id) => id.startsWith(`${section}.`)).length;

  it.each([
    ['cis-aws-5.0', { '1': 21, '2': 9, '3': 9, '4': 16, '5': 8 }],
    ['cis-aws-6.0', { '2': 21, '3': 9, '4': 9, '5': 16, '6': 8 }],
    ['cis-aws-7.0', { '2': 26, '3': 9, '4': 10, '5': 16, '6': 9 }],
  ])('has every recommendation of %s', (id, sections) => {
    const ids = controlIds(id);
    const counted = Object.keys(sections).map((section) => [section, ofSection(ids, section)]);
    expect(Object.fromEntries(counted)).toEqual(sections);
    expect(ids).toHaveLength(Object.values(sections).reduce((sum, count) => sum + count, 0));
  });

  it('renumbers 5.0 by one section in 6.0', () => {
    const renumbered = controlIds('cis-aws-5.0')?.map((id) =>
      id.replace(/^\d+/, (section) => String(Number(section) + 1)),
    );
    expect(controlIds('cis-aws-6.0')).toEqual(renumbered);
  });

  it.each([
    ['5.0', '1.9', '6.0', '2.9', '7.0', '2.10'],
    ['5.0', '1.21', '6.0', '2.21', '7.0', '2.20'],
    ['5.0', '2.1.4', '6.0', '3.1.4', '7.0', '3.1.4'],
    ['5.0', '4.16', '6.0', '5.16', '7.0', '5.16'],
    ['5.0', '5.7', '6.0', '6.7', '7.0', '6.7'],
  ])('knows that %s %s, %s %s and %s %s are one subject', (_5, in5, _6, in6, _7, in7) => {
    const title = findControl('cis-aws-5.0', in5)?.title;
    expect(title).toBeDefined();
    expect(findControl('cis-aws-6.0', in6)?.title).toBe(title);
    expect(findControl('cis-aws-7.0', in7)?.title).toBe(title);
  });

  it('leaves out of 7.0 what 7.0 dropped, and has what it added', () => {
    const titles = (id: 'cis-aws-6.0' | 'cis-aws-7.0') =>
      new Map(
        frameworks
          .find((framework) => framework.id === id)
          ?.controls.map((control) => [control.title, control.id]),
      );
    const in6 = titles('cis-aws-6.0');
    const in7 = titles('cis-aws-7.0');
    expect([...in6].filter(([title]) => !in7.has(title)).map(([, id]) => id)).toEqual([
      '2.10',
      '2.12',
    ]);
    expect([...in7].filter(([title]) => !in6.has(title)).map(([, id]) => id)).toEqual([
      '2.1.1',
      '2.1.2',
      '2.1.3',
      '2.1.4',
      '2.1.5',
      '2.1.6',
      '2.21',
      '4.10',
      '6.8',
    ]);
  });
});

describe('findControl', () => {
  it('finds a control by its published id', () => {
    expect(findControl('nist-800-53-r5', 'AC-2(1)')).toEqual({
      id: 'AC-2(1)',
      title: 'Account management | Automated system account management',
    });
  });

  it('tells 1.1 from 1.10', () => {
    expect(findControl('cis-aws-5.0', '1.1')).not.toEqual(findControl('cis-aws-5.0', '1.10'));
  });

  it.each(['IAM.9', 's3.1', '', 'constructor', '__proto__'])('has no FSBP control %j', (id) => {
    expect(findControl('aws-fsbp', id)).toBeUndefined();
  });
});
