import type { ReportReader } from '../src/report/model.ts';

interface Format {
  /** What `--format` takes. */
  readonly id: string;
  /** The name of its file in the output folder. */
  readonly file: string;
}

/** What is known of a format of text before anything is written. */
export interface TextFormat extends Format {
  /** It writes JSON, or a document of JSON a line. */
  readonly isJson?: true;
  /** It renders a page of HTML, and its file is what a browser prints of it. */
  readonly isPrinted?: true;
  readonly isBinary?: never;
}

/** The same of a format that is no text. */
export interface BinaryFormat extends Format {
  readonly isJson?: never;
  readonly isPrinted?: never;
  readonly isBinary: true;
}

/** One output format. A reporter sees the report model and nothing else. */
export interface Reporter extends TextFormat {
  /** Writes the report as a stream of text, so that 500,000 findings are never one string. */
  render(report: ReportReader): Iterable<string> | AsyncIterable<string>;
}

export interface BinaryReporter extends BinaryFormat {
  render(report: ReportReader): AsyncIterable<Uint8Array>;
}

export type AnyReporter = Reporter | BinaryReporter;
