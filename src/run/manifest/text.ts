/** The text of a manifest as it stands in its file: head first, then an item of each list a line, and the seal. */
import type { FleetManifest } from './fleet-shape.ts';
import { sealLine } from './seal.ts';
import type { Manifest } from './shape.ts';

/** A file and a check are a line each. */
export function manifestText({ files, checks, ...head }: Manifest): string {
  return sealed(head, { files, checks });
}

/** A file, a run and an account are a line each. */
export function fleetManifestText(manifest: FleetManifest): string {
  const { judgedBy, files, sources, runs, unscanned, beside, ...head } = manifest;
  return sealed(head, { judgedBy, files, sources, runs, unscanned, beside });
}

function sealed(head: object, lists: Readonly<Record<string, readonly unknown[]>>): string {
  const members = Object.entries(head).map(
    ([name, value]) => `  "${name}": ${JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')}`,
  );
  const lines = Object.entries(lists).map(
    ([name, items]) => `  "${name}": [${items.map(lineOf).join(',')}\n  ]`,
  );
  const body = `{\n${[...members, ...lines].join(',\n')},\n`;
  return `${body}${sealLine(body)}`;
}

function lineOf(value: unknown): string {
  return `\n    ${JSON.stringify(value)}`;
}
