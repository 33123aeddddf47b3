/** Names, and the writing of new files: nothing that is there is ever overwritten. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Ends with status 2, as every mistake of the one who asks does. */
export function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

/** Writes files by their paths from the root, all or none, and names them. */
export function writeNew(files: Readonly<Record<string, string>>): void {
  for (const path of Object.keys(files)) {
    if (existsSync(join(root, path))) refuse(`${path} is there already`);
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    process.stdout.write(`${path}\n`);
  }
}

/** `table-pitr` and `ListTables` as `tablePitr` and `listTables`. */
export function camel(name: string): string {
  const joined = name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return joined.charAt(0).toLowerCase() + joined.slice(1);
}

/** `table-pitr` as `TablePitr`. */
export function pascal(name: string): string {
  const joined = camel(name);
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}

/** `TableNames` as `table-names`. */
export function kebab(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

/** As it stands in an import. */
export function importPath(from: string, to: string): string {
  const path = relative(dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}
