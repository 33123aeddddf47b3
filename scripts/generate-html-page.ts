/**
 * Puts the script and the style sheet of each page (reports/html/ui, reports/fleet/ui) into one module beside it,
 * page.generated.ts, so that the build is `tsc` alone and the reporter reads no file when it runs. `npm run generate` writes it; a test says when
 * it is out of date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const pages = ['html', 'fleet'] as const;

/** The text of the module. The script is not minified: whoever doubts a report can read it. */
export async function generatePage(page: (typeof pages)[number] = 'html'): Promise<string> {
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
  const script = outputFiles.map((file) => file.text).join('');
  const style = await readFile(new URL('page.css', ui), 'utf8');
  return `// Generated from reports/${page}/ui by scripts/generate-html-page.ts. Do not edit.
// oxfmt-ignore
export const script = ${literal(script)};

// oxfmt-ignore
export const style = ${literal(style)};
`;
}

/** A line of source for each line of text, so that a change can be read as one. */
function literal(text: string): string {
  const lines = text.split('\n').map((line) => JSON.stringify(line));
  return `[\n  ${lines.join(',\n  ')},\n].join('\\n')`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const page of pages) {
    const target = new URL(`../reports/${page}/page.generated.ts`, import.meta.url);
    await writeFile(target, await generatePage(page));
  }
}
