/**
 * report.pdf: the paper of report.html. What is rendered here is a page of that alone, without a script; a browser that is
 * installed prints it (src/run/outputs/printer.ts).
 */
import type { ReportReader } from '../../../src/report/model.ts';
import { formats } from '../../formats.ts';
import type { Reporter } from '../../reporter.ts';
import { contentPolicy } from '../content-policy.ts';
import { html } from '../markup.ts';
import { paperStyle } from '../page.generated.ts';
import { pageStyle } from '../page-style.ts';
import { titleOf } from '../title.ts';
import { paper } from './paper.ts';
import { withWholeWords } from './whole-words.ts';

export const pdf: Reporter = { ...formats.pdf, render };

function* render(report: ReportReader): Generator<string> {
  yield opening(report);
  yield withWholeWords(paper(report).markup);
  yield '</body>\n</html>\n';
}

function opening(report: ReportReader): string {
  const styles = [paperStyle, pageStyle(report)];
  return [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${contentPolicy({ styles })}">`,
    html`<title>${titleOf(report)}</title>`.markup,
    ...styles.map((style) => `<style>${style}</style>`),
    '</head>',
    '<body>',
    '',
  ].join('\n');
}
