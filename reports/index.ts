import { csv } from './csv.ts';
import { asff } from './asff/asff.ts';
import { hdf } from './hdf/hdf.ts';
import { html } from './html/html.ts';
import { pdf } from './html/paper/pdf.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown/markdown.ts';
import { ndjson } from './ndjson.ts';
import { ocsf } from './ocsf.ts';
import { oscal } from './oscal/oscal.ts';
import { sarif } from './sarif/sarif.ts';
import { parquet } from './parquet/findings.ts';
import { ocsfParquet } from './parquet/ocsf.ts';
import type { AnyReporter, Reporter } from './reporter.ts';

/** Every format, in the order in which help texts list them. */
export const reporters: readonly AnyReporter[] = [
  html,
  pdf,
  json,
  ndjson,
  csv,
  parquet,
  markdown,
  junit,
  sarif,
  ocsf,
  ocsfParquet,
  asff,
  oscal,
  hdf,
];

/** Those that are written where no `--format` is given. */
export const usualReporters: readonly Reporter[] = [html, json];

/** The reporter that `--format` names, or undefined. */
export function findReporter(id: string): AnyReporter | undefined {
  return reporters.find((reporter) => reporter.id === id);
}
