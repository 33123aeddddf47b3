/** The list of findings and one finding in full, held against report.json's truth. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { checks } from '../../../checks/index.ts';
import { csv } from '../../../reports/csv.ts';
import { number, relationWords } from '../../../reports/html/words.ts';
import { readMutes } from '../../../src/configuration/mutes.ts';
import type { Finding } from '../../../src/report/model.ts';
import { mutingOf } from '../../../src/report/mutes.ts';
import { printable } from '../../../src/text/printable.ts';
import { hasBrowser } from '../../support/browser.ts';
import { demoReport } from '../../support/demo-report.ts';
import { hostileReport } from '../../support/hostile-report.ts';
import { goTo, htmlPages, inPage, isReady, resultOf, rowsOf } from '../../support/html-page.ts';
import { readerOf } from '../../support/report-document.ts';
import { sampleReport } from '../../support/sample-report.ts';

const report = await demoReport();
const sample = sampleReport();
const all = report.findings;
const failing = all.filter(({ outcome }) => outcome === 'fail');
const checkOf = new Map(report.checks.map((check) => [check.id, check]));

describe.skipIf(!hasBrowser())('the findings of the HTML report', () => {
  const { open } = htmlPages();

  const counts = async (page: Page, count: number, of = all.length) => {
    const said = count === of ? `All ${number(of)}` : `${number(count)} of ${number(of)}`;
    await expect
      .poll(() => resultOf(page).textContent())
      .toMatch(new RegExp(`^${said} findings\\.`));
  };

  it('filters by each criterion, and by several together', async () => {
    const { page } = await open(report);
    await goTo(page, '#findings?group=none');
    await page.getByText('More filters').click();
    const choose = (name: string, value: string) =>
      page.getByRole('combobox', { name, exact: true }).selectOption(value);
    const nist = ({ check }: Finding) =>
      checkOf
        .get(check)
        ?.claims.some(
          ({ framework, control }) => framework === 'nist-800-53-r5' && control === 'AC-3',
        ) === true;
    const criteria: readonly (readonly [string, string, (finding: Finding) => boolean])[] = [
      ['Outcome', 'manual', ({ outcome }) => outcome === 'manual'],
      ['Severity', 'critical', ({ severity }) => severity === 'critical'],
      ['Service', 's3', ({ service }) => service === 's3'],
      ['Service', 'aurora', ({ service }) => service === 'aurora'],
      ['Region', 'eu-west-1', ({ region }) => region === 'eu-west-1'],
      ['Check', 's3-bucket-tls-only', ({ check }) => check === 's3-bucket-tls-only'],
      ['Control', 'nist-800-53-r5 AC-3', nist],
      ['Type', 'AWS::S3::Bucket', ({ resource }) => resource.type === 'AWS::S3::Bucket'],
      ['Owner', 'aws', ({ owner }) => owner === 'aws'],
      ['Mark', 'latent', ({ latent }) => latent === true],
    ];
    for (const [label, value, meets] of criteria) {
      const count = all.filter(meets).length;
      expect(count, label).toBeGreaterThan(0);
      await choose(label, value);
      await counts(page, count);
      await page.getByRole('button', { name: 'Clear all' }).click();
      await counts(page, all.length);
    }
    await choose('Outcome', 'fail');
    await choose('Region', 'eu-west-1');
    await page.getByLabel('Search', { exact: true }).fill('TLS nwh');
    await counts(
      page,
      failing.filter(
        (finding) => finding.region === 'eu-west-1' && has(finding, 'tls') && has(finding, 'nwh'),
      ).length,
    );
    await page.getByRole('button', { name: /^Region: eu-west-1/ }).click();
    await counts(page, failing.filter((each) => has(each, 'tls') && has(each, 'nwh')).length);
  });

  it('searches severities, outcomes, whole ids, ARNs and words of a reason', async () => {
    const { page } = await open(report, '#findings?group=none');
    const [one] = failing.filter(({ regraded }) => regraded !== undefined);
    if (one === undefined) throw new Error('the sample has no finding that is regraded');
    for (const [words, meets] of [
      ['critical fail', (f: Finding) => has(f, 'critical') && has(f, 'fail')],
      [one.id, (f: Finding) => f.id === one.id],
      [one.id.slice(0, 10).toUpperCase(), (f: Finding) => f.id.startsWith(one.id.slice(0, 10))],
      [one.resource.arn, (f: Finding) => has(f, one.resource.arn)],
      ['latent', (f: Finding) => f.latent === true || has(f, 'latent')],
      ['no-such-thing-anywhere', () => false],
    ] as const) {
      await page.getByLabel('Search', { exact: true }).fill(words);
      await counts(page, all.filter(meets).length);
    }
    expect(await rowsOf(page).count()).toBe(0);
  });

  it('searches tags, and has them in the detail', async () => {
    const tags = { 'cost-centre': 'Quay 42-b' };
    const [first, ...others] = all;
    if (!first) throw new Error('the sample has no finding');
    const { page } = await open({ ...report, findings: [{ ...first, tags }, ...others] });
    await goTo(page, '#findings');
    for (const text of ['42-B', 'cost-centre=quay']) {
      await page.getByLabel('Search', { exact: true }).fill(text);
      await counts(page, 1);
    }
    await goTo(page, `#finding-${first.id}`);
    await expect
      .poll(() => page.locator('dialog').textContent())
      .toContain('cost-centre=Quay 42-b');
  });

  it('filters and opens a finding as soon as it says that the list is there', async () => {
    const { page, faults } = await open(report);
    await page.addInitScript(`
      const observer = new MutationObserver(() => {
        if (document.documentElement.dataset.ready !== 'findings') return;
        observer.disconnect();
        window.isWholeYet = document.querySelector('#call-explorer').hasChildNodes();
        const outcome = document.getElementById('filter-outcome');
        outcome.value = 'fail';
        outcome.dispatchEvent(new Event('change', { bubbles: true }));
        document.querySelector('#explorer .grid-body [role=row] button').click();
      });
      observer.observe(document, { subtree: true, attributeFilter: ['data-ready'] });
    `);
    await goTo(page, '#findings?group=none');
    await page.reload();
    await isReady(page);
    expect(await inPage(page, 'isWholeYet')).toBe(false);
    await counts(page, failing.length);
    const dialog = page.getByRole('dialog');
    expect(await dialog.locator('.evidence li').count()).toBe(all[0]?.evidence.length);
    expect(await dialog.textContent()).toContain(all[0]?.id);
    expect(faults).toEqual([]);
  });

  it('begins with the checks of which the most is open, and names the resource of the reason', async () => {
    const { page } = await open(report);
    await goTo(page, '#findings');
    const row = page.locator('#explorer .grid-body [role=row]').first();
    const check = 's3-bucket-not-public';
    const own = failing.filter((finding) => finding.check === check);
    expect(own.length).toBe(4);
    expect(await row.textContent()).toContain(
      `${own[0]?.resource.name} and ${own.length - 1} more`,
    );
    expect(await row.textContent()).toContain(own[0]?.reasons[0]);
  });

  it('groups by check, resource, service and control; each group has the counts of its findings', async () => {
    const { page } = await open(report);
    const groups: Readonly<Record<string, (finding: Finding) => readonly string[]>> = {
      check: ({ check }) => [check],
      resource: ({ resource }) => [`${resource.type} ${resource.arn}`],
      service: ({ service }) => [service],
      control: ({ check }) => [
        ...new Set(
          checkOf
            .get(check)
            ?.claims.flatMap(({ framework, control }) =>
              framework === 'cis-aws-6.0' ? [control] : [],
            ),
        ),
      ],
    };
    for (const [grouping, keysOf] of Object.entries(groups)) {
      const control = grouping === 'control' ? '&control=cis-aws-6.0' : '';
      await goTo(page, `#findings?outcome=fail&group=${grouping}${control}`);
      const many = new Set(failing.flatMap(keysOf)).size;
      await expect
        .poll(() => resultOf(page).textContent())
        .toContain(`In ${number(many)} ${many === 1 ? 'group' : 'groups'}.`);
      if (grouping !== 'service') continue;
      const s3 = page.locator('#explorer [role=row]', {
        has: page.getByText('S3', { exact: true }),
      });
      const count = failing.filter(({ service }) => service === 's3').length;
      expect(await s3.first().textContent()).toContain(`${count} fail`);
    }
    // No framework was chosen, and yet controls have their titles.
    const group = (await page.locator('#explorer [aria-rowindex="2"]').textContent()) ?? '';
    const cis = report.controls.filter(({ framework }) => framework === 'cis-aws-6.0');
    expect(cis.some(({ control, title }) => group.includes(`${control} ${title}`))).toBe(true);
  });

  it('stands as the report does, failures first and the gravest at the top, and sorts', async () => {
    const { page } = await open(report, '#findings?group=none');
    const first = (column: number) =>
      page.locator(`#explorer [aria-rowindex="2"] > :nth-child(${column})`).textContent();
    expect(await first(1)).toBe('critical');
    expect(await first(2)).toContain('Fail');
    expect(await first(3)).toContain(printable(all[0]?.reasons[0] ?? ''));
    await page.getByRole('combobox', { name: 'Sort' }).selectOption('resource');
    const names = all.map(({ resource }) => resource.name).toSorted();
    await expect.poll(() => first(4)).toBe(names[0]);
    expect(await inPage(page, 'location.hash')).toBe('#findings?sort=resource&group=none');
  });

  it('keeps what was chosen in the address: a link that is mailed shows the same, also after a reload', async () => {
    const chosen =
      '#findings?q=bucket&outcome=fail%2Cunknown&severity=high&service=s3&group=resource';
    const { page } = await open(report, chosen);
    const count = all.filter(
      (finding) =>
        ['fail', 'unknown'].includes(finding.outcome) &&
        finding.severity === 'high' &&
        finding.service === 's3' &&
        has(finding, 'bucket'),
    ).length;
    expect(count).toBeGreaterThan(0);
    await counts(page, count);
    expect(await page.getByRole('combobox', { name: 'Outcome' }).textContent()).toContain(
      'Fail or Unknown',
    );
    await page.reload();
    await isReady(page);
    await counts(page, count);
    expect(await page.getByLabel('Search', { exact: true }).inputValue()).toBe('bucket');
    expect(await page.getByRole('combobox', { name: 'Group' }).inputValue()).toBe('resource');
  });

  it('opens the finding that an address names, and stands in the list when it is closed', async () => {
    const finding = failing[40];
    const { page } = await open(report, `#finding-${finding?.id}`);
    await expect.poll(() => page.locator('dialog').textContent()).toContain(finding?.id);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('dialog').isVisible()).toBe(false);
    const row = page.locator('#explorer [role=row]:focus-within');
    expect(await row.textContent()).toContain(printable(finding?.resource.name ?? ''));
    expect(await inPage(page, 'location.hash')).toBe('#findings');
    await goTo(page, '#finding-000000000000000000000000');
    await expect.poll(() => resultOf(page).textContent()).toMatch(/has no finding 0{24}/);
  });

  it('shows a finding with reasons, layer, fix, controls and the calls behind it', async () => {
    const finding = failing.find(
      ({ check, regraded, reasons }) =>
        regraded !== undefined &&
        reasons.length > 0 &&
        checkOf.get(check)?.remedy?.cli !== undefined,
    );
    const check = checkOf.get(finding?.check ?? '');
    const call = report.calls.find(({ id }) => id === finding?.evidence[0]);
    if (!finding || !check || !call) throw new Error('the sample has no such finding');
    const { page } = await open(report, `#finding-${finding.id}`);
    const dialog = page.locator('dialog');
    await expect.poll(() => dialog.textContent()).toContain(finding.id);
    const text = (await dialog.textContent()) ?? '';
    const layer = check.responsibility.replace(/^[^.]+/, finding.service);
    const line = report.responsibilities.find(({ id }) => id === layer);
    for (const said of [
      ...finding.reasons,
      finding.title,
      `${finding.severity}, where the check is ${finding.regraded?.from}`,
      finding.regraded?.because ?? '',
      line?.layerName ?? '',
      ...[check.fix, check.why, check.link, check.remedy?.console ?? ''],
      ...[call.operation, call.region, call.sha256, call.requestId ?? '', call.id],
    ]) {
      expect(text).toContain(printable(said));
    }
    // Line feeds are laid out there, and not written out.
    expect(text).toContain(check.remedy?.cli);
    for (const { control, relation } of check.claims) {
      expect(text).toContain(
        relation === 'equal' ? control : `${control} (${relationWords[relation]})`,
      );
    }
    await dialog.getByRole('link', { name: line?.layerName ?? '' }).click();
    await expect.poll(() => page.locator(`[id="r-${layer}"]`).isVisible()).toBe(true);
    expect(await dialog.isVisible()).toBe(false);
  });

  it('says of what could not be read how to let it be read, and no fix', async () => {
    const finding = all.find(({ outcome }) => outcome === 'unknown');
    const check = checkOf.get(finding?.check ?? '');
    const { page } = await open(report, `#finding-${finding?.id}`);
    const dialog = page.locator('dialog');
    await expect.poll(() => dialog.textContent()).toContain(finding?.id);
    const text = (await dialog.textContent()) ?? '';
    expect(text).toContain('Allow kms:GetKeyPolicy to the scanning identity');
    expect(text).not.toContain(check?.fix);
  });

  it('leads to the page of the console of the partition, and to none where there is none', async () => {
    const [finding] = failing.filter(({ resource }) => resource.type === 'AWS::S3::Bucket');
    if (!finding) throw new Error('the sample has no bucket that fails');
    const hosts = {
      aws: 'console.aws.amazon.com',
      'aws-cn': 'console.amazonaws.cn',
      'aws-us-gov': 'console.amazonaws-us-gov.com',
      'aws-iso': undefined,
    };
    for (const [partition, host] of Object.entries(hosts)) {
      const arn = finding.resource.arn.replace('arn:aws:', `arn:${partition}:`);
      const moved = { ...finding, resource: { ...finding.resource, arn } };
      const { page } = await open({ ...report, findings: [moved] }, `#finding-${finding.id}`);
      await expect.poll(() => page.locator('dialog').textContent()).toContain(arn);
      const link = page.getByRole('link', { name: 'Open in the AWS console' });
      expect(await link.count(), partition).toBe(host === undefined ? 0 : 1);
      if (host === undefined) continue;
      expect(await link.getAttribute('href')).toBe(
        `https://${host}/go/view?arn=${encodeURIComponent(arn)}`,
      );
      expect(await link.getAttribute('rel')).toBe('noreferrer');
    }
  });

  it('saves what is shown as findings.csv and report.json have it', async () => {
    const chosen = all.filter(({ outcome, service }) => outcome === 'fail' && service === 's3');
    const { page } = await open(report, '#findings?outcome=fail&service=s3');
    await counts(page, chosen.length);
    expect(JSON.parse(await saved(page, 'Save as JSON'))).toEqual(chosen);
    const whole = await written({ ...report, findings: chosen });
    expect(await saved(page, 'Save as CSV')).toBe(whole);
  });

  it('saves hostile names as text in CSV, and as they are in JSON', async () => {
    // Its checks have claims of no control, so they serve none.
    const whole = hostileReport();
    const hostile = { ...whole, checks: whole.checks.map((check) => ({ ...check, controls: {} })) };
    const { page } = await open(hostile, '#findings');
    await counts(page, hostile.findings.length, hostile.findings.length);
    const names = new Set(
      JSON.parse(await saved(page, 'Save as JSON')).map(({ resource }: Finding) => resource.name),
    );
    // Half of a pair cannot be written in UTF-8; the file has what any decoder makes of it.
    for (const { resource } of hostile.findings) expect(names).toContain(resource.name);
    expect(await saved(page, 'Save as CSV')).toBe(await written(hostile));
  });

  it('gives the entry of a mute file that mutes this finding and no other', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'srm-mute-'));
    const path = join(folder, 'mutes.yaml');
    for (const each of [report, hostileReport()]) {
      const known = each.findings.filter(
        ({ outcome, muted, check, resource }) =>
          outcome === 'fail' &&
          muted === undefined &&
          // An entry has at most so many characters.
          resource.arn.length < 2000 &&
          checks.some(({ id }) => id === check),
      );
      const { page } = await open(each);
      for (const finding of known.filter((_, index) => index % 60 === 0)) {
        await goTo(page, `#finding-${finding.id}`);
        await expect.poll(() => page.locator('dialog').textContent()).toContain(finding.id);
        await page.getByText('Accept it: the entry for a mute file').click();
        const entry = page.getByRole('region', { name: 'Entry of a mute file' });
        await writeFile(path, `mutes:\n${await entry.textContent()}`);
        const muting = mutingOf((await readMutes(path, checks)).value, {
          account: each.scan.account.id,
          now: new Date(each.scan.startedAt),
          checks: each.checks.map(({ id }) => id),
          regions: each.scan.regions,
        });
        const muted = each.findings.filter((one) => muting.place(one) > 0);
        expect(muted.map(({ id }) => id)).toEqual([finding.id]);
      }
    }
    await rm(folder, { recursive: true });
  });

  it('marks what is muted, and lists the entries of the mute file with what came of them', async () => {
    const entry = { check: 's3-*', reason: 'a site', owner: 'web', until: '2027-01-31' };
    const mutes = [
      { ...entry, state: 'in-force', matched: 9, muted: 4 },
      { ...entry, state: 'void', matched: 2, muted: 0 },
      { ...entry, state: 'matches-nothing', matched: 0, muted: 0 },
    ] as const;
    const { page } = await open({ ...sample, mutes }, '#findings?mark=muted');
    await counts(page, sample.findings.filter(({ muted }) => muted).length, sample.findings.length);
    const table = (await page.locator('#muted + table').textContent()) ?? '';
    for (const said of ['in force', 'void: past its day', 'fits no finding']) {
      expect(table).toContain(said);
    }
    await rowsOf(page).nth(1).click();
    const muted = page.locator('dialog dt:text-is("Muted") + dd');
    expect(await muted.textContent()).toBe(
      'Public on purpose: the website, by web team, until 2027-01-31',
    );
  });

  it('draws only the rows in sight', async () => {
    const { page } = await open(report, '#findings?group=none');
    expect(await rowsOf(page).count()).toBeLessThan(50);
    await page.locator('#explorer .grid').evaluate((grid) => {
      grid.scrollTop = grid.scrollHeight;
    });
    await page.locator(`#explorer [aria-rowindex="${all.length + 1}"]`).waitFor();
    expect(await rowsOf(page).count()).toBeLessThan(50);
  });

  async function saved(page: Page, button: string): Promise<string> {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    return readFile(await (await waiting).path(), 'utf8');
  }
});

async function written(document: typeof report): Promise<string> {
  let text = '';
  for await (const piece of csv.render(readerOf(document))) text += piece;
  return Buffer.from(text).toString();
}

/** Whether a word stands in what is searched of a finding. */
function has(finding: Finding, word: string): boolean {
  const { check, outcome, severity, service, region, account, resource, owner, id } = finding;
  const { claims = [] } = checkOf.get(check) ?? {};
  return [
    ...[check, finding.title, outcome, severity, service, region, account, owner, id],
    ...[checkOf.get(check)?.service ?? '', resource.arn, resource.name, resource.type],
    ...finding.reasons,
    ...claims.map(({ framework, control }) => `${framework} ${control}`),
    ...(finding.latent ? ['latent'] : []),
  ].some((text) => text.toLowerCase().includes(word.toLowerCase()));
}
