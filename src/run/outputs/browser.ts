/** Finds a browser that prints: Chromium, or one that is made of it. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { UserError } from '../../text/user-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Name it, where it is not found or another shall be used: a file that can be run. */
const variables = ['SRM_SCAN_CHROMIUM', 'CHROME_PATH'] as const;

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chrome-headless-shell',
  'chromium-headless-shell',
] as const;

/** Below the folders of programs: on macOS and Windows browsers are not on the PATH. */
const usualPlaces: Partial<Readonly<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Chromium.app/Contents/MacOS/Chromium',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

export const whatToDoInstead =
  'install Chromium, Chrome or Edge, name one with SRM_SCAN_CHROMIUM, or leave out --format pdf and print report.html from any browser';

/** The path of the program. Throws a `UserError` where there is none. */
export async function findBrowser(environment: Environment): Promise<string> {
  for (const variable of variables) {
    const path = environment[variable];
    if (path === undefined || path === '') continue;
    if (await canRun(path)) return path;
    throw new UserError(
      `${variable} names ${path}, which cannot be run; name the program of a Chromium, Chrome or Edge`,
    );
  }
  for (const path of candidates(environment)) if (await canRun(path)) return path;
  throw new UserError(
    `pdf is printed by a Chromium, and none was found on this machine; ${whatToDoInstead}`,
  );
}

function candidates(environment: Environment): readonly string[] {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  const below = usualPlaces[process.platform] ?? [];
  const usual = programFolders(environment).flatMap((folder) =>
    below.map((place) => join(folder, place)),
  );
  return [...onPath, ...usual];
}

function programFolders(environment: Environment): readonly string[] {
  if (process.platform === 'darwin') return ['/Applications', join(homedir(), 'Applications')];
  return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = environment[name];
    return folder === undefined ? [] : [folder];
  });
}

async function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
