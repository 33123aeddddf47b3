/**
 * What a check of a user imports as `srm-scan` is this very program: two copies of the library would not know each
 * other's collectors, nor what `read` throws.
 */
import { existsSync } from 'node:fs';
import { register } from 'node:module';

/** Where this program has what users import, by the name that they write. */
export function libraryUrls(): Readonly<Record<string, string>> {
  // In the bundle all parts lie in one folder; as plain modules the library lies above this file.
  const bundled = new URL('./library.js', import.meta.url);
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const [library, collectors] = existsSync(bundled)
    ? [bundled, new URL('./collectors.js', import.meta.url)]
    : [
        new URL(`../index.${extension}`, import.meta.url),
        new URL(`../collectors/index.${extension}`, import.meta.url),
      ];
  return { 'srm-scan': library.href, 'srm-scan/collectors': collectors.href };
}

let registered = false;

/** From here on `import 'srm-scan'` is this program, wherever the importing file lies. */
export function provideLibrary(): void {
  if (registered) return;
  registered = true;
  const urls = libraryUrls();
  // Hooks run in a thread of their own, from a module of their own.
  const hook = `const urls = ${JSON.stringify(urls)};
export const resolve = (specifier, context, next) =>
  Object.hasOwn(urls, specifier)
    ? { url: urls[specifier], shortCircuit: true }
    : next(specifier, context);`;
  register(`data:text/javascript,${encodeURIComponent(hook)}`);
}
