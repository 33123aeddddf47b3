import { createHash } from 'node:crypto';

interface Own {
  readonly scripts?: readonly string[];
  readonly styles: readonly string[];
}

/**
 * The Content-Security-Policy of a page that is one file. Nothing may be fetched, sent or framed in, and only these scripts and
 * styles run, by their hashes. Trusted Types also forbid the script, in browsers that know them, to turn any text into HTML.
 */
export function contentPolicy({ scripts = [], styles }: Own): string {
  return [
    "default-src 'none'",
    ...(scripts.length === 0 ? [] : [`script-src ${sourcesOf(scripts)}`]),
    `style-src ${sourcesOf(styles)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

function sourcesOf(texts: readonly string[]): string {
  return texts.map((text) => `'sha256-${hash(text)}'`).join(' ');
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
