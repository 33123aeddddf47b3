/** The other parts of the page: what each number leads to, and what can be taken from them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { number } from '../../../reports/html/words.ts';
import { readAttestations } from '../../../src/configuration/attestations.ts';
import { controlStates, outcomes } from '../../../src/report/model.ts';
import { hasBrowser } from '../../support/browser.ts';
import { demoReport } from '../../support/demo-report.ts';
import { goTo, htmlPages, inPage, isReady, resultOf } from '../../support/html-page.ts';
import { sampleReport } from '../../support/sample-report.ts';

const report = await demoReport(['cis-aws-6.0']);
const sample = sampleReport();
const used = report.responsibilities.filter(({ inUse }) => inUse === 'yes' || inUse === 'unknown');

describe.skipIf(!hasBrowser())('the parts of the HTML report', () => {
  const { open } = htmlPages();

  const link = (page: Page, fragment: string) => page.locator(`main a[href="${fragment}"]`).first();

  it('leads from every number of the summary to as many findings or lines', async () => {
    const { page } = await open(report);
    const links = await page
      .locator('#summary a[href^="#findings?"], #summary a[href^="#responsibilities?"]')
      .evaluateAll((found) =>
        found.map((each) => [each.getAttribute('href') ?? '', each.textContent ?? ''] as const),
      );
    expect(links.length).toBeGreaterThan(80);
    const failures: string[] = [];
    for (const [href, text] of new Map(links)) {
      const count = /[\d,]+/.exec(text)?.[0] ?? '';
      await goTo(page, href);
      const said = href.startsWith('#findings') ? resultOf(page) : page.locator('#lines-shown');
      const shown = (await said.textContent()) ?? '';
      const first = /^All ([\d,]+)|^([\d,]+)/.exec(shown);
      if ((first?.[1] ?? first?.[2]) !== count) failures.push(`${href}: ${text}, ${shown}`);
    }
    expect(failures).toEqual([]);
  });

  it('has the gravest live failures first, each a link to its finding', async () => {
    const { page } = await open(report);
    const hrefs = await page
      .locator('.risks a[href^="#finding-"]')
      .evaluateAll((found) => found.map((each) => each.getAttribute('href') ?? ''));
    const risks = hrefs.map((href) => report.findings.find(({ id }) => href.endsWith(id)));
    expect(risks.length).toBe(8);
    for (const risk of risks) {
      expect(risk).toMatchObject({ outcome: 'fail', severity: 'critical' });
      expect(risk?.latent).toBeUndefined();
    }
  });

  it('shows the lines of whom and in which state an address asks for, also after a reload', async () => {
    const { page } = await open(report, '#responsibilities?owner=customer&status=attestation');
    const count = used.filter(
      ({ owner, status }) => owner === 'customer' && status === 'attestation',
    ).length;
    const said = page.locator('#lines-shown');
    expect(await said.textContent()).toBe(`${number(count)} responsibility lines.`);
    await page.reload();
    await isReady(page);
    expect(await said.textContent()).toBe(`${number(count)} responsibility lines.`);
    expect(await page.locator('.line:visible').count()).toBe(count);
    await goTo(page, '#responsibilities');
    expect(await page.locator('.line:visible').count()).toBe(used.length);
  });

  it('tells of each line whose it is, its state, and leads to its findings', async () => {
    const { page } = await open(report, '#responsibilities');
    const line = used.find(({ counts, owner }) => owner !== 'aws' && (counts.fail ?? 0) > 0);
    if (!line) throw new Error('no line fails');
    const view = page.locator(`[id="r-${line.id}"]`);
    for (const outcome of outcomes) {
      const count = line.counts[outcome] ?? 0;
      const to = link(page, `#findings?outcome=${outcome}&line=${line.id}`);
      expect(await to.count(), outcome).toBe(count === 0 ? 0 : 1);
    }
    await view.getByRole('link', { name: `${line.counts.fail} fail` }).click();
    await expect
      .poll(() => resultOf(page).textContent())
      .toMatch(new RegExp(`^${line.counts.fail} of`));
    await goTo(page, `#r-${line.id}`);
    await view.getByText(line.customerPart).waitFor();
    const text = (await view.textContent()) ?? '';
    for (const said of [line.awsPart, line.assurance, ...line.unread]) expect(text).toContain(said);
  });

  it('has what AWS does alone as out of scope, with the report to fetch', async () => {
    const { page } = await open(report, '#responsibilities');
    const lines = used.filter(({ owner, service }) => owner === 'aws' && service === 's3');
    const band = page.locator('#s-s3 .band.aws');
    const text = (await band.textContent()) ?? '';
    expect(text).toContain('out of scope');
    expect(lines.length).toBeGreaterThan(2);
    for (const { awsPart } of lines) expect(text).toContain(awsPart);
    await band.getByRole('link', { name: 'Reports to fetch' }).click();
    const reports = page.locator('#to-fetch');
    await expect.poll(() => reports.locator('li').first().isVisible()).toBe(true);
    const named = (await reports.textContent()) ?? '';
    for (const { assurance, layerName } of used.filter(({ owner }) => owner === 'aws')) {
      for (const sentence of assurance.split('. ')) expect(named).toContain(sentence);
      expect(named).toContain(layerName.toLowerCase());
    }
  });

  it('leads from a cell of the matrix to the line', async () => {
    const { page } = await open(report, '#responsibilities');
    await page.locator('.matrices > summary').click();
    await page.locator('.matrix a[href="#r-ec2.physical-facilities"]').click();
    const line = used.find(({ id }) => id === 'ec2.physical-facilities');
    const view = page.locator('[id="r-ec2.physical-facilities"]');
    await expect.poll(() => view.isVisible()).toBe(true);
    expect(await view.textContent()).toContain(line?.awsPart);
    expect(await inPage(page, 'document.activeElement.id')).toBe('r-ec2.physical-facilities');
  });

  it('tells an answer that is left to a person from what could not be read', async () => {
    const [line] = used.filter(({ owner }) => owner === 'customer');
    if (!line) throw new Error('the sample has no line in use');
    const reads = [{ part: 'the part', checks: ['c'], state: 'unknown' }] as const;
    for (const [counts, said] of [
      [{ pass: 3, manual: 1 }, 'the part (one answer is left to a person): '],
      [{ manual: 1, unknown: 1 }, 'the part (not known in full): '],
    ] as const) {
      const changed = { ...report, responsibilities: [{ ...line, reads, counts }] };
      const { page } = await open(changed, `#r-${line.id}`);
      await expect.poll(() => page.locator(`[id="r-${line.id}"]`).textContent()).toContain(said);
    }
  });

  it('writes what is answered as a file that --attest takes', async () => {
    const [first, second] = used.filter(({ attestation }) => attestation !== undefined);
    if (!first || !second) throw new Error('no line asks');
    const { page } = await open(report, `#r-${first.id}`);
    const fill = async (id: string, values: Readonly<Record<string, string>>) => {
      for (const [name, value] of Object.entries(values)) {
        await page.locator(`[id="${name}-${id}"]`).fill(value);
      }
    };
    const write = page.getByRole('button', { name: 'Write the answers' });
    await write.click();
    await page.getByText('No question has an answer yet').waitFor();
    await fill(first.id, {
      answer: 'every change: "reviewed"\nby two',
      by: 'A. Berg',
      on: '2028-02-29',
    });
    await write.click();
    await page.getByText(`Not every field is filled in: ${first.id}`).waitFor();
    await fill(first.id, { evidence: '# TICKET-1' });
    await goTo(page, `#r-${second.id}`);
    await fill(second.id, {
      answer: '{yes}',
      by: '- B',
      on: '2026-11-01',
      until: '2026-12-31',
      evidence: 'E',
    });
    await write.click();
    const text = await page.getByRole('region', { name: 'Attestation file' }).textContent();
    const folder = await mkdtemp(join(tmpdir(), 'srm-attest-'));
    const path = join(folder, 'attest.yaml');
    await writeFile(path, text ?? '');
    const account = report.scan.account.id;
    expect((await readAttestations(path)).value).toEqual([
      {
        ...{ question: first.id, account, answer: 'every change: "reviewed"\nby two' },
        ...{ by: 'A. Berg', on: '2028-02-29', until: '2029-02-28', evidence: ['# TICKET-1'] },
      },
      {
        ...{ question: second.id, account, answer: '{yes}', by: '- B' },
        ...{ on: '2026-11-01', until: '2026-12-31', evidence: ['E'] },
      },
    ]);
    await rm(folder, { recursive: true });
  });

  it('shows every entry of the attestation file with its state, and what is in force beside its line', async () => {
    const line = used.find(({ attestation }) => attestation !== undefined);
    if (!line) throw new Error('no line asks');
    const given = {
      ...{ answer: 'two people look at it', by: 'A. Berg', on: '2026-06-01' },
      ...{ until: '2026-12-31', evidence: ['WEB-12'] },
    };
    const states = {
      'in-force': 'in force',
      expired: 'void: past its day',
      'not-yet': 'void: before its day',
      'other-account': 'void: of another account',
      replaced: 'replaced by a later one',
    } as const;
    const attestations = (
      ['in-force', 'expired', 'not-yet', 'other-account', 'replaced'] as const
    ).map((state) => ({ question: line.id, ...given, state }));
    const responsibilities = report.responsibilities.map((each) =>
      each === line ? { ...each, attested: given } : each,
    );
    const { page } = await open({ ...report, attestations, responsibilities }, `#r-${line.id}`);
    const table = (await page.locator('#attested + table').textContent()) ?? '';
    for (const said of Object.values(states)) expect(table).toContain(said);
    const view = (await page.locator(`[id="r-${line.id}"]`).textContent()) ?? '';
    expect(view).toContain(
      'Attested on 2026-06-01, until 2026-12-31, by A. Berg: two people look at it. Shown by: WEB-12.',
    );
  });

  it('has every control in its state; each number leads to its controls, a fold to the findings', async () => {
    const { page } = await open(report, '#controls');
    const lines = report.controls.filter(({ framework }) => framework === 'cis-aws-6.0');
    for (const state of controlStates) {
      const count = lines.filter((line) => line.state === state).length;
      const to = link(page, `#controls?framework=cis-aws-6.0&state=${state}`);
      expect(await to.count()).toBe(count === 0 ? 0 : 1);
      if (count === 0) continue;
      expect(await to.textContent()).toBe(number(count));
      await to.click();
      await expect.poll(() => page.locator('.control:visible').count()).toBe(count);
    }
    const line = lines.find(({ state, checks }) => state === 'not-met' && checks.length > 0);
    await goTo(page, '#controls?framework=cis-aws-6.0&state=not-met');
    const fold = page.locator(`[id="c-cis-aws-6.0-${line?.control}"]`);
    await fold.locator('summary').click();
    const checks = new Set(line?.checks.map(({ check }) => check));
    for (const check of checks) expect(await fold.textContent()).toContain(check);
    await fold.getByRole('link', { name: /^All findings of/ }).click();
    const count = report.findings.filter(({ check }) => checks.has(check)).length;
    await expect.poll(() => resultOf(page).textContent()).toMatch(new RegExp(`^${count} of`));
  });

  it('has a gap with its Regions as a list and its calls, and the statement to paste with a button', async () => {
    const missingPermissions = { Effect: 'Allow', Action: ['a:B', 'c:D'], Resource: '*' } as const;
    const coverage = { ...sample.coverage, missingPermissions };
    const { page } = await open({ ...sample, coverage }, '#gaps');
    await page.getByRole('button', { name: 'Copy: Statement of an IAM policy' }).waitFor();
    const statement = await page
      .getByRole('region', { name: 'Statement of an IAM policy' })
      .textContent();
    expect(JSON.parse(statement ?? '')).toEqual(missingPermissions);
    const gap = sample.coverage.gaps.find(({ reason, count }) => reason === 'denied' && count > 1);
    if (!gap) throw new Error('the sample has no such gap');
    const calls = sample.calls.filter(
      ({ service, operation, status }) =>
        service === gap.service && operation === gap.operation && status === gap.reason,
    );
    await page
      .locator(`#gaps a[href="#calls?q=${gap.service}+${gap.operation}&status=denied"]`)
      .first()
      .click();
    await expect
      .poll(() => page.locator('#call-explorer [role=status]').textContent())
      .toBe(`${calls.length} of ${sample.calls.length} calls.`);
  });

  it('finds a call by its hash, and keeps the search in the address', async () => {
    const { page } = await open(report, '#calls');
    const call = report.calls[7];
    await page.getByLabel('Search calls').fill(call?.sha256.toUpperCase() ?? '');
    const same = report.calls.filter(({ sha256 }) => sha256 === call?.sha256).length;
    const said = page.locator('#call-explorer [role=status]');
    const expected = `${number(same)} of ${number(report.calls.length)} calls.`;
    await expect.poll(() => said.textContent()).toBe(expected);
    await page.reload();
    await isReady(page);
    await expect.poll(() => said.textContent()).toBe(expected);
    await page.locator('#call-explorer [role=row] button').first().click();
    expect(await page.locator('dialog').textContent()).toContain(call?.sha256);
  });

  it('has the account apart from the Regions, and of each type the Regions that have some', async () => {
    const { page } = await open(report, '#resources');
    const table = page.locator('.population');
    const places = async (type: string) => {
      const row = table.locator('tr').filter({ has: page.getByRole('rowheader', { name: type }) });
      return await row.locator('.places li').allTextContents();
    };
    expect(await places('AWS::::Account')).toEqual(['several Regions 1']);
    const regions = new Map<string, Set<string>>();
    for (const { region, resource } of report.findings) {
      if (resource.type !== 'AWS::S3::Bucket') continue;
      regions.set(region, (regions.get(region) ?? new Set()).add(resource.arn));
    }
    expect(await places('AWS::S3::Bucket')).toEqual(
      [...regions]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([region, { size }]) => `${region} ${size}`),
    );
    await table.getByRole('button', { name: '1 of AWS::::Account in several Regions' }).click();
    const said = page.locator('#resource-explorer [role=status]');
    await expect.poll(() => said.textContent()).toMatch(/^1 of/);
    for (const width of [1440, 768, 375, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await table.evaluate((it) => it.scrollWidth <= it.clientWidth), `${width}`).toBe(true);
    }
  });

  it('has the population by type and Region, a sample that can be drawn again, and all verdicts of each', async () => {
    const { page } = await open(report, '#resources');
    const ofType = report.findings.filter(({ resource }) => resource.type === 'AWS::S3::Bucket');
    const buckets = new Set(ofType.map(({ resource }) => resource.arn));
    const said = page.locator('#resource-explorer [role=status]');
    await page
      .getByRole('button', { name: `${buckets.size} of AWS::S3::Bucket`, exact: true })
      .click();
    await expect.poll(() => said.textContent()).toMatch(new RegExp(`^${buckets.size} of`));
    await page.getByLabel('Sample size').fill('3');
    await expect.poll(() => said.textContent()).toContain('A sample of 3 from');
    const drawn = () => page.locator('#resource-explorer .grid-body [role=row]').allTextContents();
    const first = await drawn();
    await page.getByLabel('Sample size').fill('');
    await page.getByLabel('Sample size').fill('3');
    await expect.poll(() => said.textContent()).toContain('A sample of 3 from');
    expect(await drawn()).toEqual(first);
    const name = await page.locator('#resource-explorer [role=row] button').first().textContent();
    await page.locator('#resource-explorer [role=row] button').first().click();
    const own = ofType.filter(({ resource }) => resource.name === name);
    await expect.poll(() => resultOf(page).textContent()).toMatch(new RegExp(`^${own.length} of`));
  });
});
