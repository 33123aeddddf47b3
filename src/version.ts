import { readFileSync } from 'node:fs';

/** From package.json, which stands one folder up in the sources' tree and two in the built one. */
function readVersion(): string {
  for (const path of ['../package.json', '../../package.json']) {
    try {
      const text = readFileSync(new URL(path, import.meta.url), 'utf8');
      const manifest: unknown = JSON.parse(text);
      if (isManifest(manifest)) return manifest.version;
      throw new Error('package.json has no version');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  throw new Error('package.json was not found beside the program');
}

function isManifest(value: unknown): value is { readonly version: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    typeof value.version === 'string'
  );
}

/** The version of srm-scan. */
export const version = readVersion();
