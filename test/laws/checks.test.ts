/** What holds for every check, whoever writes it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { inventory } from '../../src/collectors/config/inventory.ts';
import { findControl, frameworks } from '../../src/frameworks/index.ts';
import { iamPolicy, operationsOf, plan } from '../../src/plan/plan.ts';
import { severities } from '../../src/judge/terms.ts';
import { findResponsibility } from '../../src/responsibilities/index.ts';

const root = new URL('../../', import.meta.url);

/** `<service>/<subject>` of every file in checks/, in the order of the index. */
const paths = readdirSync(new URL('checks', root), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(new URL(`checks/${name}`, root)).map((file) => [name, file]))
  .map((parts) => parts.join('/'))
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.slice(0, -'.ts'.length))
  .toSorted();

/** What a check is handed beside its needs. */
const contextFields = ['read', 'params', 'now', 'account', 'partition', 'regions'];

describe.each(checks.map((check) => ({ id: check.id, check })))('$id', ({ check }) => {
  it('has its file, and its test at the same path', () => {
    const path = pathOf(check.id);
    expect(paths).toContain(path);
    expect(existsSync(new URL(`test/checks/${path}.test.ts`, root)), `test of ${path}`).toBe(true);
  });

  it('has a title of one line without a full stop', () => {
    expect(check.title).toMatch(/^[^\n]{10,100}$/);
    expect(check.title).not.toMatch(/[.!?]$|^\s|\s$/);
  });

  it('says in whole sentences why it matters and how to mend it', () => {
    expect(check.why).toMatch(/^[A-Z0-9][^]{20,}\.$/);
    expect(check.fix).toMatch(/^[A-Z0-9][^]{20,}\.$/);
    expect(check.fix).not.toBe(check.why);
  });

  it('links to the documentation of AWS', () => {
    const link = new URL(check.link);
    expect(link.origin).toBe('https://docs.aws.amazon.com');
    expect(link.pathname.length).toBeGreaterThan(1);
  });

  it("assesses a duty that is not AWS's, with a known severity", () => {
    const responsibility = findResponsibility(check.responsibility);
    expect(['customer', 'shared']).toContain(responsibility?.owner);
    expect(check.service).toBe(responsibility?.service);
    expect(severities).toContain(check.severity);
  });

  it('says of each list among its parameters what an item may be, and the defaults are such', () => {
    for (const [name, standard] of Object.entries(check.params)) {
      if (typeof standard !== 'object') continue;
      const rule = check.items[name];
      expect(rule?.wanted, name).toBeDefined();
      expect(standard.filter((item) => !rule?.accepts(item))).toEqual([]);
      expect(rule?.accepts('')).toBe(false);
    }
  });

  it('names controls that there are, each once', () => {
    for (const { id } of frameworks) {
      const named = check.controls[id] ?? [];
      expect(named.filter((control) => !findControl(id, control))).toEqual([]);
      expect(new Set(named).size).toBe(named.length);
    }
  });

  it('has needs that hide nothing of what every check is handed', () => {
    expect(Object.keys(check.needs).filter((name) => contextFields.includes(name))).toEqual([]);
  });
});

describe('all checks together', () => {
  it('have an id and a title each of their own', () => {
    expect(duplicatesIn(checks.map((check) => check.id))).toEqual([]);
    expect(duplicatesIn(checks.map((check) => check.title.toLowerCase()))).toEqual([]);
  });

  it('are the files in checks/, in order: `npm run generate` would write the same index', () => {
    expect(checks.map((check) => pathOf(check.id))).toEqual(paths);
    const index = readFileSync(new URL('checks/index.ts', root), 'utf8');
    const imported = [...index.matchAll(/from '\.\/(.+)\.ts'/g)].map(([, path]) => path);
    expect(imported).toEqual(paths);
  });

  it('have no test without a check', () => {
    const tests = readdirSync(fileURLToPath(new URL('test/checks', root)), { recursive: true })
      .map(String)
      .filter((path) => path.includes('/') && path.endsWith('.test.ts'))
      .map((path) => path.slice(0, -'.test.ts'.length));
    expect(tests.filter((path) => !paths.includes(path))).toEqual([]);
  });

  it('are short without their remedies: 55 lines or fewer in the middle, 90 at most', () => {
    const lengths = paths
      .map((path) => readFileSync(new URL(`checks/${path}.ts`, root), 'utf8'))
      .map((text) => text.replace(/^ {2}remedy: \{\n[^]*?^ {2}\},\n/m, '').split('\n').length - 1)
      .toSorted((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(55);
    expect(lengths.at(-1)).toBeLessThanOrEqual(90);
  });

  it('rest on collectors with an id each of their own', () => {
    expect(duplicatesIn(plan(checks).collectors.map((collector) => collector.id))).toEqual([]);
  });

  it('send operations whose permissions are written as IAM writes them', () => {
    for (const { service, name, action } of operationsOf(plan(checks))) {
      expect(action, `${service}:${name}`).toMatch(/^[a-z][a-z0-9-]+:[A-Z][A-Za-z0-9]+$/);
    }
  });

  it('only read: no permission writes', () => {
    const [statement] = iamPolicy(plan(checks)).Statement;
    // API Gateway names its actions by the method of HTTP: Service Authorization Reference.
    const reading =
      /^(?:apigateway:GET$|[a-z0-9-]+:(?:Get|List|Describe|Batch(?:Get|Describe)|Generate(?=CredentialReport$)))/;
    expect(statement?.Action.filter((action) => !reading.test(action))).toEqual([]);
  });

  it('need what deploy/policy.json allows, and nothing else but the count of active Regions', () => {
    const published: unknown = JSON.parse(
      readFileSync(new URL('deploy/policy.json', root), 'utf8'),
    );
    expect(published).toEqual(iamPolicy(plan(checks, [inventory])));
  });
});

/** The first word of an id is the folder of its file. */
function pathOf(id: string): string {
  return id.replace('-', '/');
}

function duplicatesIn(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
