import { describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { withConfig } from '../../src/configuration/apply.ts';
import { parseConfig } from '../../src/configuration/read.ts';
import { everything, type Selection } from '../../src/plan/asked.ts';
import { requestOf } from '../../src/run/request.ts';

const ask = (text: string, typed: Partial<Selection> = {}) =>
  withConfig(parseConfig(text, 'file', checks), { ...everything, ...typed }, checks);

describe('a configuration and the command line', () => {
  it('without a command line is the configuration', () => {
    const text = 'services: [s3]\nregions: [eu-west-1]\nexcludeChecks: [s3-bucket-mfa-delete]';
    expect(ask(text)).toEqual({
      ...everything,
      services: ['s3'],
      regions: ['eu-west-1'],
      excludeChecks: ['s3-bucket-mfa-delete'],
    });
  });

  it('says active for the active Regions, and is not heard where the command line says which', () => {
    const text = 'regions: active';
    expect(ask(text)).toEqual({ ...everything, activeRegions: true });
    expect(ask(text, { regions: ['eu-west-1'] })).toEqual({
      ...everything,
      regions: ['eu-west-1'],
    });
    const active: Partial<Selection> = { activeRegions: true };
    expect(ask('regions: [eu-west-1]', active)).toEqual({ ...everything, ...active });
    expect(() => requestOf(checks, ask('regions: [active]'))).toThrow('unknown region "active"');
  });

  it('gives way where the command line chooses checks, in whatever way', () => {
    const text = 'services: [s3]\nseverity: high';
    expect(ask(text, { checks: ['iam-root-mfa'] })).toMatchObject({
      checks: ['iam-root-mfa'],
      services: [],
      severity: null,
    });
    expect(ask(text, { severity: 'low' })).toMatchObject({ services: [], severity: 'low' });
  });

  it('keeps its choice of checks where the command line chooses Regions, and the reverse', () => {
    const text = 'services: [s3]\nregions: [eu-west-1]';
    expect(ask(text, { regions: ['us-east-1'] })).toMatchObject({
      services: ['s3'],
      regions: ['us-east-1'],
    });
    expect(ask(text, { services: ['iam'] })).toMatchObject({
      services: ['iam'],
      regions: ['eu-west-1'],
    });
  });

  it('both leave out, but for what the command line chooses by name', () => {
    const text =
      'excludeServices: [s3, iam]\nexcludeChecks: [iam-root-mfa]\nexcludeRegions: [us-west-1]';
    expect(ask(text, { excludeServices: ['rds'] }).excludeServices).toEqual(['s3', 'iam', 'rds']);
    expect(ask(text, { services: ['s3'] }).excludeServices).toEqual(['iam']);
    expect(ask(text, { regions: ['us-west-1'] }).excludeRegions).toEqual([]);
    // A check that is named brings its service back.
    expect(ask(text, { checks: ['iam-root-mfa'] })).toMatchObject({
      excludeServices: ['s3'],
      excludeChecks: [],
    });
  });

  it('tell of parameters: the command line, the check, the profile, what is shared, in this order', () => {
    const text = `
approvedRegions: [eu-west-1]
profiles:
  cis: { iam-access-key-rotated: { maxAgeDays: 30 }, iam-root-not-used-recently: { windowDays: 9 } }
  pci: { iam-access-key-rotated: { maxAgeDays: 10 } }
parameters:
  iam-root-not-used-recently: { windowDays: 12 }
  account-unapproved-regions-disabled: { approvedRegions: [eu-central-1, us-east-1] }
`;
    const typed = { frameworks: ['cis-7.0'], settings: ['iam-access-key-rotated.maxAgeDays=20'] };
    const { params } = requestOf(checks, ask(text, typed));
    expect(params).toMatchObject({
      'iam-access-key-rotated': { maxAgeDays: 20 },
      'iam-root-not-used-recently': { windowDays: 12 },
    });
    expect(requestOf(checks, ask(text, { frameworks: ['cis'] })).params).toMatchObject({
      'iam-access-key-rotated': { maxAgeDays: 30 },
    });
    expect(requestOf(checks, ask(text)).params).toEqual({
      'account-unapproved-regions-disabled': { approvedRegions: ['eu-central-1', 'us-east-1'] },
      'iam-root-not-used-recently': { windowDays: 12 },
      's3-bucket-in-approved-region': { approvedRegions: ['eu-west-1'] },
    });
  });

  it('says nothing of checks that are not judged', () => {
    const text = 'parameters: { iam-access-key-rotated: { maxAgeDays: 30 } }';
    expect(ask(text, { services: ['s3'] }).settings).toEqual([]);
  });

  it('refuses the profile of a framework that there is not', () => {
    const text = 'profiles: { cis-1.4: { iam-access-key-rotated: { maxAgeDays: 30 } } }';
    expect(() => ask(text)).toThrow('unknown framework "cis-1.4"');
  });
});
