/** The licences of what a bundle holds. Most of them ask that their text goes with every copy. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** Licences that let us pass the code on under ours, if their text goes with it. Any other ends the build. */
const allowed = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']);

interface BundledPackage {
  /** Name, version and SPDX id. */
  readonly title: string;
  /** The text of its licence, and of its NOTICE where it has one. */
  readonly text: string;
}

/** The text of THIRD-PARTY-NOTICES.txt: each package of the bundle, under the licence text that it came with. */
export async function noticesOf(metafile: Metafile, root: string): Promise<string> {
  const apache = (await readFile(join(root, 'LICENSE'), 'utf8')).trim();
  const packages = await Promise.all(
    packageFolders(metafile).map((folder) => readPackage(join(root, folder), apache)),
  );
  const byText = new Map<string, string[]>();
  for (const { title, text } of packages) byText.set(text, [...(byText.get(text) ?? []), title]);
  const parts = [...byText].map(
    ([text, titles]) => `${[...new Set(titles)].toSorted().join('\n')}\n\n${text}\n`,
  );
  const head = 'srm-scan holds code of the packages below, each under its own licence.\n';
  return [head, ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}

/** Folders of the packages that some code of the outputs came from. */
function packageFolders({ outputs }: Metafile): readonly string[] {
  const folders = new Set<string>();
  for (const { inputs } of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
      if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
    }
  }
  return [...folders].toSorted();
}

async function readPackage(folder: string, apache: string): Promise<BundledPackage> {
  const manifest: { name: string; version: string; license?: unknown } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  );
  const { license } = manifest;
  const name = `${manifest.name} ${manifest.version}`;
  if (typeof license !== 'string' || !allowed.has(license)) {
    const known = [...allowed].join(', ');
    throw new Error(
      `${name}: "${String(license)}" is no licence that a bundle may hold (${known})`,
    );
  }
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice)\b/i.test(file));
  const texts = await Promise.all(
    files.toSorted().map((file) => readFile(join(folder, file), 'utf8')),
  );
  if (!files.some((file) => /^licen/i.test(file))) {
    // The text of Apache-2.0 names nobody, so ours will do. Others name their authors.
    if (license !== 'Apache-2.0') throw new Error(`${name}: no file with its licence`);
    texts.unshift(apache);
  }
  const text = texts.map((each) => each.replaceAll('\r\n', '\n').trim()).join('\n\n');
  return { title: `${name} (${license})`, text };
}
