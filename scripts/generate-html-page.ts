/**
 * Puts the page's script (reports/html/ui) and style sheet into one module, reports/html/page.generated.ts, so that
 * the build is `tsc` alone and the reporter reads no file when it runs. `npm run generate` writes it; a test says when
 * it is out of date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ui = new URL('../reports/html/ui/', import.meta.url);
const target = new URL('../reports/html/page.generated.ts', import.meta.url);

/** In the order in which they stand in the page: what comes later goes before what comes first. */
const styleSheets = ['base', 'summary', 'findings', 'views', 'narrow'];

/** The text of the module. The script is not minified: whoever doubts a report can read it. */
export async function generatePage(): Promise<string> {
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
  const script = outputFiles.map((file) => file.text).join('');
  const sheets = styleSheets.map((name) => readFile(new URL(`styles/${name}.css`, ui), 'utf8'));
  const style = (await Promise.all(sheets)).join('\n');
  const paperStyle = await readFile(new URL('../paper/paper.css', ui), 'utf8');
  return `// Generated from reports/html/ui by scripts/generate-html-page.ts. Do not edit.
// oxfmt-ignore
export const script = ${literal(script)};

// oxfmt-ignore
export const style = ${literal(style)};

// oxfmt-ignore
export const paperStyle = ${literal(paperStyle)};
`;
}

/** A line of source for each line of text, so that a change can be read as one. */
function literal(text: string): string {
  const lines = text.split('\n').map((line) => JSON.stringify(line));
  return `[\n  ${lines.join(',\n  ')},\n].join('\\n')`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(target, await generatePage());
}
