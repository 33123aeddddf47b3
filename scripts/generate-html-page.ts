/**
 * Puts the script and the style sheet of each page (reports/html/ui, reports/fleet/ui) into one module beside it,
 * page.generated.ts, so that the build is `tsc` alone and the reporter reads no file when it runs. `npm run generate` writes it; a test says when
 * it is out of date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

/** The style sheets of each page, in the order in which they stand: what comes later goes before what comes first. */
const pages = {
  html: ['base', 'summary', 'findings', 'views', 'narrow'].map((name) => `styles/${name}.css`),
  fleet: ['page.css'],
} as const;

/** Style sheets and scripts that are a constant of their own, by its name. */
const apart: Readonly<Partial<Record<keyof typeof pages, Readonly<Record<string, string>>>>> = {
  html: { paperStyle: '../paper/paper.css', firstScript: 'first.ts' },
};

/** The text of the module. */
export async function generatePage(page: keyof typeof pages): Promise<string> {
  const ui = new URL(`../reports/${page}/ui/`, import.meta.url);
  const sheets = pages[page].map((name) => readFile(new URL(name, ui), 'utf8'));
  const constants: (readonly [name: string, text: string])[] = [
    ['script', await scriptOf(new URL('main.ts', ui))],
    ['style', await styleOf((await Promise.all(sheets)).join('\n'))],
  ];
  for (const [name, file] of Object.entries(apart[page] ?? {})) {
    const source = new URL(file, ui);
    const isScript = file.endsWith('.ts');
    constants.push([
      name,
      isScript ? await scriptOf(source) : await styleOf(await readFile(source, 'utf8')),
    ]);
  }
  const lines = constants.map(
    ([name, text]) => `// oxfmt-ignore\nexport const ${name} = ${literal(text)};\n`,
  );
  return `// Generated from reports/${page}/ui by scripts/generate-html-page.ts. Do not edit.\n${lines.join('\n')}`;
}

/**
 * Only space is taken from a script and from a style sheet. Names stay as they are, and a line has some hundred characters:
 * whoever doubts a report can read what runs in it, and every browser lays it out. All of it is ASCII (reports/html/html.ts).
 */
const lineLimit = 120;

async function scriptOf(entry: URL): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'silent',
    minifyWhitespace: true,
    lineLimit,
  });
  return outputFiles.map((file) => file.text).join('');
}

async function styleOf(text: string): Promise<string> {
  const { code } = await transform(text, {
    loader: 'css',
    charset: 'ascii',
    minifyWhitespace: true,
    lineLimit,
  });
  return code;
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
