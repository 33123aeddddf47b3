/**
 * report.html: one file for people, which asks for nothing from anywhere. What an auditor reads first is plain HTML;
 * findings, calls and long texts stand compressed beside it (wire.ts) and are unpacked by the page's script (html/ui).
 */
import type { ReportHead, ReportReader } from '../../src/report/model.ts';
import { sampleBanner } from './banners.ts';
import { completeness } from './completeness.ts';
import { contentPolicy } from './content-policy.ts';
import { controls } from './controls.ts';
import { encode } from './encode.ts';
import { findings } from './findings.ts';
import { ascii, html as markup, type Markup, type Part } from './markup.ts';
import { matrix } from './matrix.ts';
import { pack } from './pack.ts';
import { firstScript, paperStyle, script, style } from './page.generated.ts';
import { pageStyle } from './page-style.ts';
import { paper } from './paper/paper.ts';
import { terms } from './terms.ts';
import { titleOf } from './title.ts';
import { verdict } from './verdict.ts';
import { calls, print, resources } from './views.ts';
import { plural, time } from './words.ts';
import { formats } from '../formats.ts';
import type { Reporter } from '../reporter.ts';

export const html: Reporter = { ...formats.html, render };

/** ASCII alone: browsers decode it many times as fast as UTF-8, and hold it, data included, in half the memory. */
async function* render(report: ReportReader): AsyncGenerator<string> {
  for (const part of parts(report)) yield ascii(part);
  const { list, rest } = encode(report);
  yield* pack(list, 'data');
  // It shows the list before the browser reads on.
  yield `<script>${script}</script>\n`;
  yield ascii(paper(report));
  yield ascii(closing(report));
  yield* pack(rest, 'rest');
  yield '</body>\n</html>\n';
}

function* parts(report: ReportReader): Generator<Markup> {
  yield opening(report);
  yield verdict(report);
  yield findings(report);
  yield matrix(report);
  yield controls(report);
  yield completeness(report);
  yield resources();
  yield calls(report);
  yield terms();
  yield print(report);
  yield mainEnd;
}

function opening(report: ReportHead): Markup {
  const { scan, tool, checks } = report;
  const { id, alias } = scan.account;
  const name = alias === null ? id : `${id} (${alias})`;
  const ownStyle = pageStyle(report);
  const policy = contentPolicy({
    scripts: [firstScript, script],
    styles: [style, paperStyle, ownStyle],
  });
  return markup`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="srm-scan" content="${id} ${scan.startedAt}">
<title>${titleOf(report)}</title>
<style media="screen">${{ markup: style }}</style>
<style media="print">${{ markup: paperStyle }}</style>
<style media="print">${{ markup: ownStyle }}</style>
<script>${{ markup: firstScript }}</script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="masthead">
${sampleBanner(scan)}<div>
<p class="kind">AWS shared responsibility report</p>
<h1>Account <bdi>${name}</bdi></h1>
</div>
<dl class="passport">
<div><dt>Scanned</dt><dd><time datetime="${scan.startedAt}">${time(scan.startedAt)}</time></dd></div>
<div><dt>Tool</dt><dd>${tool.name} ${tool.version}</dd></div>
<div><dt>Rule set</dt><dd>${plural(checks.length, 'check')}${ruleSet(report)}</dd></div>
<div><dt>Regions</dt><dd>${plural(scan.regions.length, 'Region')} read</dd></div>
</dl>
</header>
<nav class="tabs" aria-label="Contents"><ul>
<li><a href="#summary">Summary</a></li>
<li><a href="#findings">Findings</a></li>
<li><a href="#responsibilities">Responsibilities</a></li>
<li><a href="#controls">Controls</a></li>
<li><a href="#gaps">Gaps</a></li>
<li><a href="#resources">Resources</a></li>
<li><a href="#calls">API calls</a></li>
<li><a href="#terms">Terms</a></li>
<li><a href="#print">Print</a></li>
</ul></nav>
<main id="main" tabindex="-1">
`;
}

const mainEnd: Markup = { markup: '</main>\n' };

/** The beginning of the hash; manifest.json and "What was scanned" have the whole. */
function ruleSet({ rules }: ReportHead): Part {
  return rules === undefined ? '' : markup`, <code title="${rules}">${rules.slice(0, 12)}</code>`;
}

function closing({ tool, schema, scan }: ReportHead): Markup {
  return markup`<footer><p>${tool.name} ${tool.version}, ${schema}, scan ${scan.id}. This file is whole in itself: it loads nothing and
sends nothing.</p></footer>
`;
}
