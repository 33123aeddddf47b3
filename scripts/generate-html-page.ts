/**
 * Puts the script and the style sheet of each page (reports/html/ui, reports/fleet/ui) into one module beside it,
 * page.generated.ts, so that the build is `tsc` alone and the reporter reads no file when it runs. `npm run generate` writes it; a test says when
 * it is out of date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The style sheets of each page, in the order in which they stand: what comes later goes before what comes first. */
const pages = {
  html: ['base', 'summary', 'findings', 'views', 'narrow'].map((name) => `styles/${name}.css`),
  fleet: ['page.css'],
} as const;

/** Style sheets that are a constant of their own, by its name. */
const apart: Readonly<Partial<Record<keyof typeof pages, Readonly<Record<string, string>>>>> = {
  html: { paperStyle: '../paper/paper.css' },
};

/** The text of the module. The script is not minified: whoever doubts a report can read it. */
export async function generatePage(page: keyof typeof pages): Promise<string> {
  const ui = new URL(`../reports/${page}/ui/`, import.meta.url);
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('main.ts', ui))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const sheet = (name: string) => readFile(new URL(name, ui), 'utf8');
  const constants: (readonly [name: string, text: string])[] = [
    ['script', outputFiles.map((file) => file.text).join('')],
    ['style', (await Promise.all(pages[page].map(sheet))).join('\n')],
  ];
  for (const [name, file] of Object.entries(apart[page] ?? {})) {
    constants.push([name, await sheet(file)]);
  }
  const lines = constants.map(
    ([name, text]) => `// oxfmt-ignore\nexport const ${name} = ${literal(text)};\n`,
  );
  return `// Generated from reports/${page}/ui by scripts/generate-html-page.ts. Do not edit.\n${lines.join('\n')}`;
}

/** A line of source for each line of text, so that a change can be read as one. */
function literal(text: string): string {
  const lines = text.split('\n').map((line) => JSON.stringify(line));
  return `[\n  ${lines.join(',\n  ')},\n].join('\\n')`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const page of ['html', 'fleet'] as const) {
    const target = new URL(`../reports/${page}/page.generated.ts`, import.meta.url);
    await writeFile(target, await generatePage(page));
  }
}
