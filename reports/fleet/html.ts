/**
 * fleet.html: one file, which asks for nothing from anywhere. All that is said of the whole is plain HTML; the list of
 * accounts stands beside it as data (wire.ts) and is searched, sorted and drawn by the page's script (ui/).
 */
import type { FleetReport } from '../../src/fleet/model.ts';
import { contentPolicy } from '../html/content-policy.ts';
import { html as markup, type Markup, nothing } from '../html/markup.ts';
import { plural, time } from '../html/words.ts';
import { accounts, sent, unscanned } from './accounts.ts';
import { organization } from './organization.ts';
import { read } from './read.ts';
import { checks, controls, responsibilities } from './sections.ts';
import { script, style } from './page.generated.ts';
import { trend } from './trend.ts';
import { verdict } from './verdict.ts';
import { wireOf } from './wire-of.ts';

export function* fleetHtml(report: FleetReport): Generator<string> {
  yield opening(report).markup;
  yield verdict(report).markup;
  yield trend(report).markup;
  yield accounts(report).markup;
  yield unscanned(report).markup;
  yield sent(report).markup;
  yield organization(report).markup;
  yield checks(report).markup;
  yield controls(report).markup;
  yield responsibilities(report).markup;
  yield read(report).markup;
  yield closing(report).markup;
  yield `<script type="application/json" id="data">${dataOf(report)}</script>\n`;
  yield `<script>${script}</script>\n</body>\n</html>\n`;
}

const policy = contentPolicy({ scripts: [script], styles: [style] });

/** Nothing in it can end the element. */
function dataOf(report: FleetReport): string {
  return JSON.stringify(wireOf(report)).replaceAll('<', '\\u003c');
}

function opening({ fleet, totals, organization: told }: FleetReport): Markup {
  const title = `AWS shared responsibility report, ${plural(totals.accounts, 'account')}`;
  return markup`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${fleet.sample ? 'Sample: ' : ''}${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the verdict</a>
<header>
<p class="kind">AWS shared responsibility report</p>
<h1>${plural(totals.accounts, 'account')}</h1>
${fleet.sample ? markup`<p class="alarm"><strong>SAMPLE.</strong> An account of it is the demo’s, and made up.</p>` : nothing}
<nav aria-label="Contents"><ol>
<li><a href="#verdict">Verdict</a></li>
<li><a href="#accounts">Accounts</a></li>
<li><a href="#unscanned">Not scanned</a></li>
${told === undefined ? nothing : markup`<li><a href="#organization">Organisation</a></li>`}
<li><a href="#checks">Checks</a></li>
<li><a href="#controls">Controls</a></li>
<li><a href="#responsibilities">Responsibilities</a></li>
<li><a href="#read">What was read</a></li>
</ol></nav>
</header>
<main id="main" tabindex="-1">
`;
}

function closing({ tool, schema, fleet }: FleetReport): Markup {
  const when = fleet.startedAt === null ? 'no scan' : `scans from ${time(fleet.startedAt)}`;
  return markup`</main>
<footer><p>${tool.name} ${tool.version}, ${schema}, ${when}. This file is whole in itself: it loads nothing and sends
nothing. What it says of an account, that account’s own report proves.</p></footer>
`;
}
