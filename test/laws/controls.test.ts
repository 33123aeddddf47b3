/** What every check says of controls, and what follows from it. The counts of docs/controls.md are held here too. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { statesTable } from '../../scripts/pages/control-states.ts';
import { controlsPage } from '../../scripts/pages/controls-page.ts';
import { awsSeverities } from '../../scripts/pages/aws-severities.ts';
import { awsMapping } from '../../src/frameworks/aws-mapping.ts';
import { findControl, frameworks } from '../../src/frameworks/index.ts';
import { relations } from '../../src/frameworks/relation.ts';
import { together } from '../../src/frameworks/together.ts';

const byId = new Map(checks.map((check) => [check.id, check]));

function linkOf(id: string, framework: string, control: string) {
  return byId
    .get(id)
    ?.links.find((link) => link.framework === framework && link.control === control);
}

describe.each(checks.map((check) => ({ id: check.id, check })))('$id', ({ check }) => {
  const { links, params, severity, severityReason } = check;

  it('has one relation to each control that it serves, with a reason where it is not equal', () => {
    const pairs = links.map(({ framework, control }) => `${framework} ${control}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const { framework, control, relation, because } of links) {
      expect(findControl(framework, control), `${framework} ${control}`).toBeDefined();
      expect(relations).toContain(relation);
      if (relation === 'equal') expect(because).toBeUndefined();
      else expect(because).toMatch(/^\S.{10,118}[^.]$/);
    }
  });

  it('serves all that AWS relates the controls to which it serves, and marks them as AWS’s', () => {
    const served = links.flatMap(({ control }) => awsMapping.get(control) ?? []);
    const related = served.flatMap(({ nist = [], pci = [] }) => [...nist, ...pci]);
    const ofAws = links.filter(({ source }) => source === 'aws').map(({ control }) => control);
    expect(new Set(ofAws)).toEqual(new Set<string>(related));
  });

  it('has the severity of AWS’s own control, or a reason', () => {
    const grades = awsSeverities(links.map(({ control }) => control)).map((each) => each.severity);
    const agrees = grades.length === 0 || grades.some((grade) => grade === severity);
    expect(severityReason === undefined, `AWS grades it ${grades.join(', ')}`).toBe(agrees);
  });

  it('means the same control in every version of a benchmark', () => {
    const versions = frameworks.filter(({ id }) => id.startsWith('cis-aws-'));
    const titles = links.flatMap(({ framework, control }) =>
      versions.some(({ id }) => id === framework) ? [findControl(framework, control)?.title] : [],
    );
    for (const { id, controls } of versions) {
      const wanted = controls.filter(({ title }) => titles.includes(title));
      const found = links.filter(({ framework }) => framework === id);
      expect(found.map(({ control }) => control)).toEqual(wanted.map((control) => control.id));
    }
  });

  it('names values of its own parameters, one set for each framework', () => {
    for (const { id } of frameworks) {
      const own = links.filter(({ framework }) => framework === id);
      const values = own.flatMap(({ at }) => (at ? [at.values] : []));
      expect(new Set(values.map((each) => JSON.stringify(each))).size).toBeLessThanOrEqual(1);
      if (values.length > 0) {
        expect(own.filter(({ relation }) => relation === 'equal')).toEqual([]);
      }
      for (const [name, value] of values.flatMap((each) => Object.entries(each))) {
        expect(typeof value, `${check.id}.${name}`).toBe(typeof params[name]);
      }
    }
  });

  it('says what each of its parameters means', () => {
    expect(Object.keys(check.meanings)).toEqual(Object.keys(params));
    for (const meaning of Object.values(check.meanings))
      expect(meaning).toMatch(/^[a-z].{10,110}[^.]$/);
  });
});

describe('AWS’s mapping', () => {
  it('has controls of AWS that a check serves, or may come to serve, and requirements that there are', () => {
    for (const [id, { nist = [], pci = [], asks = [] }] of awsMapping) {
      const aws = findControl('aws-fsbp', id) ?? findControl('aws-security-hub', id);
      expect(aws, id).toBeDefined();
      expect(nist.filter((each) => !findControl('nist-800-53-r5', each))).toEqual([]);
      expect(pci.filter((each) => !findControl('pci-dss-4.0.1', each))).toEqual([]);
      expect(asks.filter((each) => ![...nist, ...pci].some((one) => one === each))).toEqual([]);
    }
  });

  // A few of the ids that 0.1.0 lacked, taken from the pages of AWS rather than from the table.
  it.each([
    ['cloudtrail-multi-region-enabled', 'nist-800-53-r5', 'SI-4(20)'],
    ['cloudtrail-multi-region-enabled', 'pci-dss-4.0.1', '10.2.1'],
    ['s3-bucket-tls-only', 'nist-800-53-r5', 'SC-23(3)'],
    ['iam-root-mfa', 'nist-800-53-r5', 'IA-2(8)'],
    ['rds-snapshot-not-public', 'nist-800-53-r5', 'SC-7(20)'],
    ['vpc-flow-logs-enabled', 'nist-800-53-r5', 'AU-6(4)'],
  ])('%s serves %s %s', (id, framework, control) => {
    expect(linkOf(id, framework, control)?.source).toBe('aws');
  });

  it('no check serves a control that AWS retired', () => {
    expect(findControl('aws-security-hub', 'S3.4')).toBeUndefined();
  });
});

describe('F24: a check that asks for something else than its control says so', () => {
  it.each([
    ['vpc-endpoint-ec2', 'aws-fsbp', 'EC2.10', 'subset-of'],
    ['ec2-sg-no-database-ports-open', 'aws-fsbp', 'EC2.19', 'intersects-with'],
    ['ec2-sg-no-all-traffic-open', 'aws-fsbp', 'EC2.18', 'subset-of'],
    ['s3-bucket-public-access-blocked', 'aws-fsbp', 'S3.8', 'subset-of'],
    ['s3-bucket-tls-only', 'aws-fsbp', 'S3.5', 'subset-of'],
    ['iam-support-role', 'aws-security-hub', 'IAM.18', 'superset-of'],
    ['iam-policy-no-full-admin', 'aws-fsbp', 'IAM.1', 'intersects-with'],
    ['iam-user-credentials-used-recently', 'aws-fsbp', 'IAM.8', 'superset-of'],
    ['iam-user-credentials-used-recently', 'pci-dss-4.0.1', '8.2.6', 'intersects-with'],
    ['rds-tls-required', 'aws-fsbp', 'RDS.41', 'superset-of'],
    ['config-recorder-enabled', 'aws-fsbp', 'Config.1', 'intersects-with'],
    ['ebs-volume-backup-covered', 'aws-security-hub', 'EC2.28', 'intersects-with'],
    ['rds-snapshot-not-public', 'aws-fsbp', 'RDS.1', 'subset-of'],
    ['rds-instance-encrypted', 'aws-fsbp', 'RDS.3', 'subset-of'],
    ['rds-instance-not-public', 'aws-fsbp', 'RDS.2', 'subset-of'],
    ['s3-bucket-not-public', 'aws-fsbp', 'S3.2', 'superset-of'],
    ['vpc-flow-logs-enabled', 'aws-fsbp', 'EC2.6', 'subset-of'],
    ['ec2-instance-imdsv2', 'aws-fsbp', 'EC2.8', 'subset-of'],
    ['kms-key-not-public', 'cis-aws-7.0', '2.21', 'subset-of'],
    ['s3-bucket-not-public', 'cis-aws-7.0', '2.21', 'subset-of'],
    ['iam-root-mfa', 'cis-aws-7.0', '2.5', 'superset-of'],
    ['cloudtrail-multi-region-enabled', 'aws-security-hub', 'CloudTrail.3', 'superset-of'],
  ])('%s, %s %s: %s', (id, framework, control, relation) => {
    expect(linkOf(id, framework, control)?.relation).toBe(relation);
  });

  it.each([
    ['iam-user-credentials-used-recently', 'aws-fsbp', 'IAM.8', { maxIdleDays: 90 }],
    ['iam-user-credentials-used-recently', 'pci-dss-4.0.1', '8.2.6', { maxIdleDays: 90 }],
    ['s3-bucket-public-access-blocked', 'aws-fsbp', 'S3.8', { strict: true }],
    ['iam-policy-no-full-admin', 'cis-aws-7.0', '2.14', { strict: true }],
  ])('%s is judged for %s %s with its own values', (id, framework, control, values) => {
    expect(linkOf(id, framework, control)?.at?.values).toEqual(values);
  });
});

describe('checks that are whole together', () => {
  it.each(together)('$checks', ({ controls, checks: ids }) => {
    for (const { id: framework } of frameworks) {
      for (const control of controls[framework] ?? []) {
        for (const id of ids) {
          const relation = linkOf(id, framework, control)?.relation;
          expect(['subset-of', 'intersects-with'], `${id} ${control}`).toContain(relation);
        }
      }
    }
  });
});

it('docs/controls.md counts what there is: `npm run generate` would write the same', async () => {
  const written = readFileSync(new URL('../../docs/controls.md', import.meta.url), 'utf8');
  // The formatter pads the cells of tables.
  const plain = (text: string) => text.replaceAll(/-{2,}/g, '--').replaceAll(/ +/g, ' ');
  expect(plain(written)).toBe(plain(controlsPage(checks, await statesTable(checks))));
});
