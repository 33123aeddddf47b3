/** The entry of a mute file that accepts one finding. Its reason and its owner are left to whoever accepts it. */
import type { FullFinding } from './store.ts';

/** Days for which a fault is accepted where nobody says otherwise. */
const usualDays = 90;

export function muteEntry(finding: FullFinding, from: string): string {
  const until = new Date(Date.parse(from) + usualDays * 86_400_000).toISOString().slice(0, 10);
  const members = {
    check: finding.check.id,
    account: finding.account,
    region: finding.region,
    resource: asPattern(finding.resource.arn),
    reason: 'WHY IT IS ACCEPTED',
    owner: 'WHO ANSWERS FOR IT',
    until,
  };
  return Object.entries(members)
    .map(([name, value], index) => `${index === 0 ? '- ' : '  '}${name}: ${quoted(value)}\n`)
    .join('');
}

/** Patterns take `*` for any letters, and `\*` for a star. */
function asPattern(text: string): string {
  return text.replace(/[\\*]/g, String.raw`\$&`);
}

/** JSON's strings are those of YAML 1.2; what cannot be seen is written by its number. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`,
  );
}
