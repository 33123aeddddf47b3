/** Small pieces of Markdown that the generated pages share. */
import { frameworks } from '../../src/frameworks/index.ts';

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map(tableRow).join('\n');
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** A framework by name and version, which its ids mean nothing without. */
export function nameOf(id: string): string {
  const found = frameworks.find((framework) => framework.id === id);
  if (!found) throw new Error(`there is no framework ${id}`);
  return found.version === 'unversioned' ? found.name : `${found.name} ${found.version}`;
}

/** Words of a finding, which may hold what Markdown takes for its own; without those of a test. */
export function quote(text: string): string {
  const said = text.replaceAll(/test:SomeCall in [\w-]+: |the test says /g, '');
  return `_${said.replaceAll(/[\\`*_<>[\]]/g, '\\$&')}_`;
}

/** The name of a case without its id of the semantics, as the beginning of a line. */
export function sentence(name: string): string {
  const plain = name.replace(/^(?:[A-Z]{1,2}\d+[a-z]?(?:,| and|:)? )+/, '');
  const shown = plain.replaceAll(/[\\`*_<>[\]]/g, '\\$&');
  return shown.charAt(0).toUpperCase() + shown.slice(1);
}

export function valueText(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  return value.length > 0 ? value.join(',') : '(none)';
}
