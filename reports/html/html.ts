/**
 * report.html: one file for people, which asks for nothing from anywhere. What an auditor reads first is plain HTML;
 * findings and calls stand compressed beside it (html/wire.ts) and are unpacked by the page's script (html/ui).
 */
import { createHash } from 'node:crypto';
import type { ReportHead, ReportReader } from '../../src/report/model.ts';
import { completeness } from './completeness.ts';
import { encode } from './encode.ts';
import { findings } from './findings.ts';
import { html as markup, type Markup, nothing } from './markup.ts';
import { matrix } from './matrix.ts';
import { pack } from './pack.ts';
import { script, style } from './page.generated.ts';
import { terms } from './terms.ts';
import { verdict } from './verdict.ts';
import type { Reporter } from '../reporter.ts';

export const html: Reporter = { id: 'html', file: 'report.html', render };

async function* render(report: ReportReader): AsyncGenerator<string> {
  yield opening(report).markup;
  yield verdict(report).markup;
  yield completeness(report).markup;
  for (const part of matrix(report)) yield part.markup;
  yield findings(report).markup;
  yield terms().markup;
  yield closing(report).markup;
  yield* pack(encode(report));
  yield `<script>${script}</script>\n</body>\n</html>\n`;
}

/**
 * Nothing may be fetched, sent or framed in, and only this script and this style run. Trusted Types also forbid the
 * script, in browsers that know them, to turn any text into HTML.
 */
const policy = [
  "default-src 'none'",
  `script-src 'sha256-${hash(script)}'`,
  `style-src 'sha256-${hash(style)}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

function opening({ scan }: ReportHead): Markup {
  const { id, alias } = scan.account;
  const name = alias === null ? id : `${id} (${alias})`;
  return markup`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="srm-scan" content="${id} ${scan.startedAt}">
<title>${scan.sample ? 'Sample: ' : ''}AWS shared responsibility report, account ${name}</title>
<style>${{ markup: style }}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the verdict</a>
<header>
<p class="kind">AWS shared responsibility report</p>
<h1>Account <bdi>${name}</bdi></h1>
${sampleBanner(scan)}<nav aria-label="Contents"><ol>
<li><a href="#verdict">Verdict</a></li>
<li><a href="#completeness">What was read</a></li>
<li><a href="#responsibilities">Responsibilities</a></li>
<li><a href="#findings">Findings</a></li>
<li><a href="#calls">API calls</a></li>
<li><a href="#terms">Terms</a></li>
</ol></nav>
</header>
<main id="main" tabindex="-1">
`;
}

/** On paper too: nobody may take it for a report of an account that there is. */
function sampleBanner({ sample }: ReportHead['scan']): Markup {
  if (!sample) return nothing;
  return markup`<p class="alarm" id="sample"><strong>SAMPLE.</strong> This is the demo’s report. The company and its account
are made up; it says nothing of any AWS account that there is.</p>
`;
}

function closing({ tool, schema, scan }: ReportHead): Markup {
  return markup`<div id="print-findings"></div>
</main>
<footer><p>${tool.name} ${tool.version}, ${schema}, scan ${scan.id}. This file is whole in itself: it loads nothing and
sends nothing.</p></footer>
`;
}
