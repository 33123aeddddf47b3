/** Whether a filter takes in an event of which some fields are known. */
import type { Clause, FilterPattern, PatternValue } from './filter-pattern.ts';

/**
 * What is known of an event, by field: its text, or null where the event has no such field. Fields that are not named may be
 * anything.
 */
export type KnownFields = Readonly<Record<string, string | null>>;

/**
 * `always`: whatever the other fields are. `but-for`: unless another field has a value that the filter leaves out.
 * `only-if`: where another field has a value that the filter wants. `never`.
 */
export type Match = (typeof matches)[number];
const matches = ['never', 'only-if', 'but-for', 'always'] as const;

/** How far the filter takes in events with these fields. It never says more than is so. */
export function matchOf(pattern: FilterPattern, event: KnownFields): Match {
  if (pattern.kind === 'clause') return ofClause(pattern.clause, event);
  const all = pattern.of.map((each) => matches.indexOf(matchOf(each, event)));
  const found = pattern.kind === 'all' ? Math.min(...all) : Math.max(...all);
  return matches[found] ?? 'never';
}

function ofClause(clause: Clause, event: KnownFields): Match {
  const known = event[clause.field];
  if (known === undefined) return isExclusion(clause) ? 'but-for' : 'only-if';
  switch (clause.kind) {
    case 'exists':
      return clause.exists === (known !== null) ? 'always' : 'never';
    case 'is':
      return clause.value.toLowerCase() === known ? 'always' : 'never';
    case 'compares': {
      // AWS does not document what != says of a field that is not there.
      if (known === null) return clause.by === '!=' ? 'only-if' : 'never';
      const isSame = isLike(known, clause.value);
      if (isSame === undefined) return 'only-if';
      if (clause.by === '=') return isSame ? 'always' : 'never';
      if (clause.by === '!=') return isSame ? 'never' : 'always';
      // The others compare numbers, and what is known are texts.
      return 'only-if';
    }
  }
}

/** Leaves out some values of a field; every other clause wants some. */
function isExclusion(clause: Clause): boolean {
  return (
    (clause.kind === 'compares' && clause.by === '!=') ||
    (clause.kind === 'exists' && !clause.exists)
  );
}

/** Undefined for a regular expression that is none of JavaScript's. */
function isLike(known: string, value: PatternValue): boolean | undefined {
  if (value.kind === 'text') return isLikeText(known, value.text);
  // CloudWatch Logs knows no groups, and nothing else than groups makes an expression slow.
  if (/[()]/.test(value.regex)) return undefined;
  try {
    return new RegExp(value.regex).test(known);
  } catch {
    return undefined;
  }
}

/** Case counts, and `*` stands for any characters. */
function isLikeText(known: string, text: string): boolean {
  const [first = '', ...parts] = text.split('*');
  const last = parts.pop();
  if (last === undefined) return known === text;
  if (!known.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = known.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return known.length - last.length >= at && known.endsWith(last);
}
