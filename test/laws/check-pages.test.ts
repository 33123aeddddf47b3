/** The pages in docs/checks/ are generated; what a user has to find on each of them is held here. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { frameworks } from '../../src/frameworks/index.ts';
import { operationsOf, plan } from '../../src/plan/plan.ts';

const pageOf = (id: string) =>
  readFileSync(new URL(`../../docs/checks/${id}.md`, import.meta.url), 'utf8');

describe.each(checks.map((check) => ({ id: check.id, check })))('the page of $id', ({ check }) => {
  const page = pageOf(check.id);
  const lines = page.split('\n');
  const section = (head: string) => {
    const [, after = ''] = page.split(`\n## ${head}\n`);
    return after.split('\n## ')[0] ?? '';
  };

  it('F31: gives every id of a framework with its version, and no line twice', () => {
    const told = section('Controls')
      .split('\n')
      .filter((line) => /^(?:- |\| (?!-|Control))/.test(line));
    const names = frameworks.map(({ name, version }) =>
      version === 'unversioned' ? name : `${name} ${version}`,
    );
    const nameless = told.filter((line) => !names.some((name) => line.includes(name)));
    expect(nameless).toEqual([]);
    const said = lines.filter((line) => /^(?:\s*- |\| )/.test(line) && !line.startsWith('| -'));
    expect(said.filter((line, place) => said.indexOf(line) !== place)).toEqual([]);
  });

  it('F31: names every control that the check serves', () => {
    const controls = section('Controls');
    expect(check.links.filter(({ control }) => !controls.includes(control))).toEqual([]);
  });

  it('F31: states the whole rule: where it passes, fails and is unknown, each by a tested case', () => {
    const rule = section('The rule');
    const heads = [...rule.matchAll(/^### (.+)$/gm)].map(([, head]) => head);
    const can = page.includes('### A person has to say') ? 'A person has to say' : 'It passes';
    expect(heads).toEqual(expect.arrayContaining([can, 'It fails', 'It is unknown']));
    for (const part of rule.split('\n### ').slice(1)) expect(part).toMatch(/\n- /);
  });

  it('has fix, severity, parameters, exceptions, trial, calls and permissions', () => {
    expect(section('Fix')).toContain(check.fix);
    expect(page).toMatch(new RegExp(`^\\| Severity +\\| ${check.severity}`, 'm'));
    for (const [name, meaning] of Object.entries(check.meanings)) {
      expect(section('Parameters')).toContain(`\`${name}\``);
      expect(section('Parameters')).toContain(meaning);
    }
    expect(section('Exceptions')).toContain(check.id);
    expect(section('Try it')).toContain(`srm-scan --check ${check.id}`);
    for (const { service, name, action } of operationsOf(plan([check]))) {
      expect(section('Calls and permissions')).toContain(`${service}:${name}`);
      expect(section('Calls and permissions')).toContain(action);
    }
  });
});

/** Calls that replace all of a thing, and the call that shows what is there. */
const replacing: Readonly<Record<string, string>> = {
  'put-bucket-policy': 'get-bucket-policy',
  'put-key-policy': 'get-key-policy',
  'put-bucket-encryption': 'get-bucket-encryption',
  'put-event-selectors': 'get-event-selectors',
  'put-contact-information': 'get-contact-information',
  'put-configuration-recorder': 'describe-configuration-recorders',
  'put-delivery-channel': 'describe-delivery-channels',
  'update-account-password-policy': 'get-account-password-policy',
  'update-assume-role-policy': 'get-role',
};

describe.each(
  checks.map(({ id, remedy }) => ({ id, cli: remedy?.cli, terraform: remedy?.terraform })),
)('the remedy of $id', ({ id, cli = '', terraform = '' }) => {
  it('shows what is there before a command that replaces all of it', () => {
    const blind = Object.entries(replacing).filter(([put, get]) => {
      const [before = '', ...after] = cli.split(new RegExp(`^aws \\w+ ${put}\\b`, 'm'));
      return after.length > 0 && !new RegExp(`^aws \\w+ ${get}\\b`, 'm').test(before);
    });
    expect(blind).toEqual([]);
  });

  it('lets a policy file be edited between the get and the put', () => {
    const [, written] = /> (\S+\.json)/.exec(cli) ?? [];
    if (written === undefined) return;
    const [, after = ''] = cli.split(`> ${written}\n`);
    expect(after).toMatch(/^# (?:edit|add)/);
    expect(after).toContain(`file://${written}`);
  });

  it('keeps the management events where it selects data events', () => {
    const ending = [cli, terraform].filter(
      (text) => text.includes('"Data"') && !text.includes('"Management"'),
    );
    expect(ending).toEqual([]);
  });

  it('encrypts no storage in place by Terraform, which would destroy it', () => {
    if (!/^ +(?:storage_)?encrypted += true/m.test(terraform)) return;
    expect(terraform.split('\n')[0]).toMatch(/^# Never change .* destroys/);
    // A file system is made of no snapshot: its data is copied.
    expect(terraform).toMatch(/^ +snapshot_(?:identifier|id) += |^# .*copy the data/m);
  });

  it('resets the ACL of a bucket before it turns ACLs off', () => {
    const steps = cli.match(/^aws s3api put-bucket-(?:acl|ownership-controls)\b/gm) ?? [];
    const off = steps.findIndex((step) => step.endsWith('ownership-controls'));
    expect(off === -1 || steps.slice(0, off).includes('aws s3api put-bucket-acl')).toBe(true);
  });

  it('has on its page no ids of faults, and no case that cannot be', () => {
    expect(pageOf(id)).not.toMatch(/\bF\d+\b|must not happen|^- Not known$/m);
  });
});

it('most checks have their fix by console, command line or Terraform', () => {
  const without = checks.filter(({ remedy }) => remedy === undefined).map(({ id }) => id);
  // What is to be done there is no setting: a decision, or a change of habits.
  expect(without).toEqual([
    'iam-root-not-used-recently',
    'iam-users-managed-centrally',
    's3-bucket-in-approved-region',
  ]);
});
