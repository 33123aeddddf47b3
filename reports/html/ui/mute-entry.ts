/** The mute file that accepts one finding. Its reason and its owner are left to whoever accepts it. */
import type { FullFinding } from './store.ts';
import { yamlEntry } from './yaml.ts';

/** Days for which a fault is accepted where nobody says otherwise. */
const usualDays = 90;

export function muteEntry(finding: FullFinding, from: string): string {
  const until = new Date(Date.parse(from) + usualDays * 86_400_000).toISOString().slice(0, 10);
  return yamlEntry({
    check: finding.check.id,
    account: finding.account,
    region: finding.region,
    resource: asPattern(finding.resource.arn),
    reason: 'WHY IT IS ACCEPTED',
    owner: 'WHO ANSWERS FOR IT',
    until,
  });
}

/** Patterns take `*` for any letters, and `\*` for a star. */
function asPattern(text: string): string {
  return text.replace(/[\\*]/g, String.raw`\$&`);
}
