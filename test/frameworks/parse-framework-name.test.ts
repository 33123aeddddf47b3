import { describe, expect, it } from 'vitest';

import { catalogues } from '../../src/frameworks/catalogues.ts';
import { frameworks, parseFrameworkName } from '../../src/frameworks/index.ts';

describe('parseFrameworkName', () => {
  it.each(frameworks.map(({ id }) => id))('accepts the id %s', (id) => {
    expect(parseFrameworkName(id)).toEqual({ known: true, id });
  });

  it.each([
    ['cis', 'cis-aws-7.0'],
    ['cis-aws', 'cis-aws-7.0'],
    ['cis-7.0', 'cis-aws-7.0'],
    ['cis-7.0.0', 'cis-aws-7.0'],
    ['CIS AWS v7.0', 'cis-aws-7.0'],
    ['cis_6.0_aws', 'cis-aws-6.0'],
    ['cis-6', 'cis-aws-6.0'],
    ['cis-5.0', 'cis-aws-5.0'],
    ['fsbp', 'aws-fsbp'],
    ['AWS Foundational Security Best Practices', 'aws-fsbp'],
    ['securityhub', 'aws-security-hub'],
    ['nist', 'nist-800-53-r5'],
    ['NIST SP 800-53 Rev. 5', 'nist-800-53-r5'],
    ['pci', 'pci-dss-4.0.1'],
    ['PCI DSS v4.0.1', 'pci-dss-4.0.1'],
    ['csf', 'nist-csf-2.0'],
    ['NIST CSF 2.0', 'nist-csf-2.0'],
    ['ISO 27001', 'iso-27001-2022'],
    ['ISO/IEC 27001:2022', 'iso-27001-2022'],
    ['SOC2', 'soc-2-2017'],
  ])('reads %j as %s', (text, id) => {
    expect(parseFrameworkName(text)).toEqual({ known: true, id });
  });

  it('gives no two frameworks the same name', () => {
    const named = catalogues.flatMap(({ id, aliases }) => aliases.map((alias) => ({ alias, id })));
    const taken = named.filter(({ alias, id }) => {
      const parsed = parseFrameworkName(alias);
      return !parsed.known || parsed.id !== id;
    });
    expect(taken).toEqual([]);
  });

  it.each(['cis-1.4', 'cis-aws-4.0', 'pci-3.2.1', 'nist-800-53-r4', 'nist-800-171', 'aws', ''])(
    'does not take %j for a framework that it is not',
    (text) => {
      expect(parseFrameworkName(text)).toMatchObject({ known: false });
    },
  );

  it.each([
    ['cis-1.4', ['cis-aws-7.0', 'cis-aws-6.0', 'cis-aws-5.0']],
    ['pci-3.2.1', ['pci-dss-4.0.1']],
    ['nist-800-53-r4', ['nist-800-53-r5', 'nist-csf-2.0']],
    ['fsbb', ['aws-fsbp']],
    ['nits', ['nist-800-53-r5']],
  ])('offers for %j what may have been meant', (text, expected) => {
    const parsed = parseFrameworkName(text);
    expect(parsed.known ? [] : [...parsed.nearMisses].toSorted()).toEqual([...expected].toSorted());
  });

  it('puts the likeliest first', () => {
    const parsed = parseFrameworkName('cis-aws-6.1');
    expect(parsed.known ? undefined : parsed.nearMisses[0]).toBe('cis-aws-6.0');
  });

  it.each(['', 'x', 'hipaa', 'gdpr', '!!'])('offers nothing for %j', (text) => {
    expect(parseFrameworkName(text)).toEqual({ known: false, nearMisses: [] });
  });
});
