#!/usr/bin/env node
/** What `srm-scan` runs: Node's compile cache first, for it serves only what is loaded after it, then the command line. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import module from 'node:module';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { tuneEngine } from './run/engine.ts';

tuneEngine();
keepCompiled();
await import('./cli.ts');

/**
 * Lets Node keep the compiled code in the user's own cache folder, where it can: from Node 22.1 on. Node's default, below
 * /tmp, is a folder that another user may have made, with other code in it. NODE_COMPILE_CACHE names another folder and
 * NODE_DISABLE_COMPILE_CACHE turns it off, as for every program.
 */
function keepCompiled(): void {
  if (!('enableCompileCache' in module) || typeof module.enableCompileCache !== 'function') return;
  if (process.env['NODE_DISABLE_COMPILE_CACHE'] || process.env['NODE_COMPILE_CACHE']) return;
  try {
    const folder = cacheFolder();
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (isOurs(folder)) module.enableCompileCache(folder);
  } catch {
    // No home, a disk that is full or read-only: the program only starts a little slower.
  }
}

/** Below the folder that the system has for caches of programs; undefined where the user has no home. */
function cacheFolder(): string | undefined {
  const home = homedir();
  if (!existsSync(home)) return undefined;
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  const base = {
    win32: LOCALAPPDATA || join(home, 'AppData', 'Local'),
    darwin: join(home, 'Library', 'Caches'),
  };
  const caches =
    process.platform === 'win32' || process.platform === 'darwin'
      ? base[process.platform]
      : XDG_CACHE_HOME || join(home, '.cache');
  return join(caches, 'srm-scan', 'compiled');
}

/** Compiled code is run without being read, so nobody else may write it. */
function isOurs(folder: string): boolean {
  if (process.platform === 'win32') return true;
  const { uid, mode } = statSync(folder);
  return uid === userInfo().uid && (mode & 0o022) === 0;
}
