/**
 * Reasons without the name of the resource, which stands in every finding anyway: what is said of a hundred thousand
 * buckets is then one text. A name is taken out only where white space or the end stands around it, so that no word of a
 * reason is half a name.
 */

const place = '{name}';

/** The reasons as wire.ts keeps them. */
export function abridged(reasons: readonly string[], name: string): readonly string[] {
  return reasons.map((reason) =>
    name === '' || !reason.includes(name)
      ? escaped(reason)
      : words(reason)
          .map((word) => (word === name ? place : escaped(word)))
          .join(''),
  );
}

/** The reason as the report has it. */
export function reasonWith(abridgedReason: string, name: string): string {
  return abridgedReason.includes('{')
    ? abridgedReason.replace(/\{name\}|\{\{/g, (found) => (found === place ? name : '{'))
    : abridgedReason;
}

function escaped(text: string): string {
  return text.replaceAll('{', '{{');
}

/** With the white space between them. */
function words(text: string): readonly string[] {
  return text.split(/(\s+)/u);
}
