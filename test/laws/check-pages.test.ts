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

it('most checks have their fix by console, command line or Terraform', () => {
  const without = checks.filter(({ remedy }) => remedy === undefined).map(({ id }) => id);
  // What is to be done there is no setting: a decision, or a change of habits.
  expect(without).toEqual([
    'iam-root-not-used-recently',
    'iam-users-managed-centrally',
    's3-bucket-in-approved-region',
  ]);
});
