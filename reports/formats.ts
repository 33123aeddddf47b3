/** What is known of each format before anything is written in it: its code is loaded only then. */
import type { BinaryFormat, TextFormat } from './reporter.ts';

/** In the order in which help texts list them. */
export const formats = {
  html: { id: 'html', file: 'report.html' },
  pdf: { id: 'pdf', file: 'report.pdf', isPrinted: true },
  json: { id: 'json', file: 'report.json', isJson: true },
  ndjson: { id: 'ndjson', file: 'report.ndjson', isJson: true },
  csv: { id: 'csv', file: 'findings.csv' },
  parquet: { id: 'parquet', file: 'findings.parquet', isBinary: true },
  markdown: { id: 'markdown', file: 'report.md' },
  junit: { id: 'junit', file: 'junit.xml' },
  sarif: { id: 'sarif', file: 'findings.sarif', isJson: true },
  ocsf: { id: 'ocsf', file: 'findings.ocsf.ndjson', isJson: true },
  ocsfParquet: { id: 'ocsf-parquet', file: 'findings.ocsf.parquet', isBinary: true },
  asff: { id: 'asff', file: 'findings.asff.json', isJson: true },
  oscal: { id: 'oscal', file: 'assessment-results.oscal.json', isJson: true },
  hdf: { id: 'hdf', file: 'results.hdf.json', isJson: true },
} as const satisfies Readonly<Record<string, TextFormat | BinaryFormat>>;
