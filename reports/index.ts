/** Every format by its name. The code of one is loaded when something is written in it. */
import { formats } from './formats.ts';
import type {
  AnyReporter,
  BinaryFormat,
  BinaryReporter,
  Reporter,
  TextFormat,
} from './reporter.ts';

const html = text(formats.html, async () => (await import('./html/html.ts')).html);
const json = text(formats.json, async () => (await import('./json.ts')).json);

/** Every format, in the order in which help texts list them. */
export const reporters: readonly AnyReporter[] = [
  html,
  text(formats.pdf, async () => (await import('./html/paper/pdf.ts')).pdf),
  json,
  text(formats.ndjson, async () => (await import('./ndjson.ts')).ndjson),
  text(formats.csv, async () => (await import('./csv.ts')).csv),
  binary(formats.parquet, async () => (await import('./parquet/findings.ts')).parquet),
  text(formats.markdown, async () => (await import('./markdown/markdown.ts')).markdown),
  text(formats.junit, async () => (await import('./junit.ts')).junit),
  text(formats.sarif, async () => (await import('./sarif/sarif.ts')).sarif),
  text(formats.ocsf, async () => (await import('./ocsf.ts')).ocsf),
  binary(formats.ocsfParquet, async () => (await import('./parquet/ocsf.ts')).ocsfParquet),
  text(formats.asff, async () => (await import('./asff/asff.ts')).asff),
  text(formats.oscal, async () => (await import('./oscal/oscal.ts')).oscal),
  text(formats.hdf, async () => (await import('./hdf/hdf.ts')).hdf),
];

/** Those that are written where no `--format` is given. */
export const usualReporters: readonly Reporter[] = [html, json];

/** The reporter that `--format` names, or undefined. */
export function findReporter(id: string): AnyReporter | undefined {
  return reporters.find((reporter) => reporter.id === id);
}

function text(format: TextFormat, load: () => Promise<Reporter>): Reporter {
  return {
    ...format,
    render: async function* render(report) {
      yield* (await load()).render(report);
    },
  };
}

function binary(format: BinaryFormat, load: () => Promise<BinaryReporter>): BinaryReporter {
  return {
    ...format,
    render: async function* render(report) {
      yield* (await load()).render(report);
    },
  };
}
