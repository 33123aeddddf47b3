import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** From package.json, which stands two folders up in the sources' tree and three in the built one. */
function readVersion(): string {
  for (const path of ['../package.json', '../../package.json']) {
    try {
      const text = readFileSync(new URL(path, import.meta.url), 'utf8');
      return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  throw new Error('package.json was not found beside the program');
}

export const version = readVersion();
