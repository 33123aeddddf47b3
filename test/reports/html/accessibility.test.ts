/** Whoever uses a keyboard, a magnifier, a reader of the screen or colours of their own can work with the page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../../support/browser.ts';
import { demoReport } from '../../support/demo-report.ts';
import { goTo, htmlPages, inPage, resultOf, rowsOf, viewNames } from '../../support/html-page.ts';
import { sampleReport } from '../../support/sample-report.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const report = await demoReport(['cis-aws-6.0']);
const missingPermissions = { Effect: 'Allow', Action: ['a:B'], Resource: '*' } as const;
const plain = sampleReport({ partial: true });
const partial = {
  ...plain,
  coverage: { ...plain.coverage, missingPermissions },
  controls: report.controls,
  scan: { ...plain.scan, selection: { ...plain.scan.selection, frameworks: ['cis-aws-6.0'] } },
};

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const byColour = ['color-contrast', 'link-in-text-block'];
const everything = { runOnly: tags };
/** All that the dark colours change, at any width: the page is built the same. */
const colours = { runOnly: { type: 'rule', values: byColour } };
/** Where the colours are those of whoever forces theirs upon it. */
const allButColours = {
  runOnly: tags,
  rules: Object.fromEntries(byColour.map((rule) => [rule, { enabled: false }])),
};

interface Look {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors: 'none' | 'active';
  /** Options of axe. */
  readonly looksAt: object;
}

describe.skipIf(!hasBrowser())('the HTML report for everybody', () => {
  const { open } = htmlPages();

  const violations = (page: Page, { looksAt }: Look) =>
    inPage(
      page,
      `axe.run({
          ...${JSON.stringify(looksAt)},
          // What passes is not described node by node.
          resultTypes: ['violations'],
        })
        .then((r) => r.violations.map((v) => v.impact + ' ' + v.id + ' ' + v.nodes[0].html))`,
    );
  const unfold = (page: Page) =>
    inPage(
      page,
      `[...document.querySelectorAll('.view.shown details')].slice(0, 20).forEach((each) => { each.open = true; })`,
    );

  it.each<Look>([
    { width: 1440, colorScheme: 'light', forcedColors: 'none', looksAt: everything },
    { width: 1440, colorScheme: 'dark', forcedColors: 'none', looksAt: colours },
    { width: 768, colorScheme: 'light', forcedColors: 'active', looksAt: allButColours },
    { width: 320, colorScheme: 'light', forcedColors: 'none', looksAt: everything },
  ])(
    'has no fault that axe finds in any part at $width pixels, $colorScheme, forced colours $forcedColors',
    async (look) => {
      const { width, colorScheme, forcedColors } = look;
      const { page } = await open(partial, '', {
        viewport: { width, height: 800 },
        colorScheme,
        forcedColors,
      });
      await inPage(page, axe);
      for (const view of viewNames) {
        await goTo(page, `#${view}`);
        await page.locator(`#${view}`).waitFor();
        await unfold(page);
        expect(await violations(page, look), view).toEqual([]);
      }
      await goTo(page, `#finding-${partial.findings[0]?.id}`);
      await page.locator('dialog').waitFor();
      expect(await violations(page, look), 'a finding').toEqual([]);
    },
    120_000,
  );

  it.each([320, 375, 768, 1440])('does not scroll sideways at %i pixels', async (width) => {
    const { page } = await open(partial, '', { viewport: { width, height: 800 } });
    const overflow = () => inPage(page, 'document.documentElement.scrollWidth - innerWidth');
    for (const view of viewNames) {
      await goTo(page, `#${view}`);
      await page.locator(`#${view}`).waitFor();
      await unfold(page);
      expect(await overflow(), view).toBeLessThanOrEqual(0);
    }
    await goTo(page, `#findings?group=none&q=${'n'.repeat(256)}`);
    await expect.poll(() => resultOf(page).textContent()).toMatch(/^\d+ of/);
    await rowsOf(page).first().click();
    const dialog = page.locator('dialog');
    expect(
      await dialog.evaluate((each) => each.scrollWidth - each.clientWidth),
    ).toBeLessThanOrEqual(0);
  });

  it('names the column of each value where a table has become cards, and is a table without the script', async () => {
    const viewport = { width: 375, height: 800 };
    const { page } = await open(report, '', { viewport });
    const row = page.locator('#summary table:has-text("gravest service") tbody tr').nth(1);
    expect(await row.getByRole('cell').nth(1).getAttribute('data-label')).toBe('Critical');
    expect(
      await row.evaluate((each) => each.ownerDocument.defaultView?.getComputedStyle(each).display),
    ).toBe('block');
    const without = await open(report, '', { viewport, javaScriptEnabled: false });
    expect(await without.page.getByRole('columnheader', { name: 'Critical' }).isVisible()).toBe(
      true,
    );
  });

  it('leads from the verdict to the evidence of a finding in 12 stops of the keyboard', async () => {
    const { page } = await open(report);
    let stops = 0;
    const press = async (key: string) => {
      stops += 1;
      await page.keyboard.press(key);
    };
    const focused = () => inPage(page, 'document.activeElement.textContent');
    await press('Tab');
    expect(await focused()).toBe('Skip to the content');
    await press('Enter');
    // The number of failures in the verdict's sentence.
    await press('Tab');
    expect(await inPage(page, "document.activeElement.closest('#verdict') !== null")).toBe(true);
    await press('Enter');
    await expect.poll(() => page.locator('#findings').isVisible()).toBe(true);
    await press('Tab');
    expect(await focused()).toBe('Skip to the list');
    await press('Enter');
    expect(await inPage(page, "document.activeElement.closest('[role=row]') !== null")).toBe(true);
    await press('Enter');
    await press('ArrowDown');
    await press('Enter');
    const dialog = page.locator('dialog');
    await expect.poll(() => dialog.isVisible()).toBe(true);
    const text = (await dialog.textContent()) ?? '';
    const shown = report.findings.find(({ id }) => text.includes(id));
    expect(shown).toMatchObject({ outcome: 'fail', severity: 'critical' });
    const call = report.calls.find(({ id }) => id === shown?.evidence[0]);
    expect(text).toContain(call?.sha256);
    expect(stops).toBeLessThanOrEqual(12);
  });

  it('is walked through with the arrow keys, which keep the focus in the list', async () => {
    const { page } = await open(report, '#findings?group=none');
    await rowsOf(page).first().focus();
    const place = () =>
      inPage(page, "document.activeElement.closest('[role=row]')?.getAttribute('aria-rowindex')");
    expect(await place()).toBe('2');
    await page.keyboard.press('ArrowDown');
    expect(await place()).toBe('3');
    await page.keyboard.press('End');
    expect(await place()).toBe(String(report.findings.length + 1));
    await page.keyboard.press('PageUp');
    const there = Number(await place());
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('dialog').isVisible()).toBe(true);
    expect(await inPage(page, "document.activeElement.closest('dialog') !== null")).toBe(true);
    await page.getByRole('button', { name: 'Previous' }).click();
    await page.keyboard.press('Escape');
    expect(Number(await place())).toBe(there - 1);
    await page.keyboard.press('Home');
    expect(await place()).toBe('2');
  });

  it('folds and unfolds a group with the arrow keys, and tells so', async () => {
    const { page } = await open(report, '#findings');
    const row = page.locator('#explorer [aria-rowindex="2"]');
    expect(await row.getAttribute('aria-expanded')).toBe('false');
    await rowsOf(page).first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await row.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('#explorer [aria-rowindex="3"]').getAttribute('aria-level')).toBe(
      '2',
    );
    await page.keyboard.press('ArrowLeft');
    expect(await row.getAttribute('aria-expanded')).toBe('false');
    expect(
      await inPage(page, 'document.activeElement.closest(\'[aria-rowindex="2"]\') !== null'),
    ).toBe(true);
  });

  it('says in which part the reader is, and takes the focus to its heading', async () => {
    const { page } = await open(report);
    await page.getByRole('navigation').getByRole('link', { name: 'Gaps' }).click();
    await expect
      .poll(() => inPage(page, 'document.activeElement.textContent'))
      .toBe('What was read and what was not');
    expect(await page.locator('nav [aria-current=page]').textContent()).toBe('Gaps');
    await page.goBack();
    await expect.poll(() => page.locator('nav [aria-current=page]').textContent()).toBe('Summary');
  });
});
