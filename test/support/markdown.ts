/**
 * Markdown read by the two rules of CommonMark that take text out of its hands: fenced code (section 4.5) and code spans
 * (section 6.1). What is left is all that a reader of Markdown, or GitHub behind it, could make anything of.
 */

export interface MarkdownParts {
  /** What is not code, line by line; code of a line is left out. */
  readonly outside: readonly string[];
  /** The texts of code, as they are shown. */
  readonly code: readonly string[];
}

export function partsOf(markdown: string): MarkdownParts {
  const outside: string[] = [];
  const code: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    const [, mark] = /^ {0,3}(`{3,})[^`]*$/.exec(line) ?? [];
    if (fence === undefined && mark !== undefined) {
      fence = mark;
    } else if (fence !== undefined) {
      if (mark !== undefined && line.trim() === mark && mark.length >= fence.length)
        fence = undefined;
      else code.push(line);
    } else {
      outside.push(withoutSpans(line, code));
    }
  }
  if (fence !== undefined) throw new Error('code that does not end');
  return { outside, code };
}

/** A run of backticks opens code, the next run of the same length ends it; a run without such a one stays text. */
function withoutSpans(line: string, code: string[]): string {
  const runs = [...line.matchAll(/`+/g)].map(({ 0: run, index }) => ({
    length: run.length,
    index,
  }));
  let rest = '';
  let at = 0;
  for (let open = 0; open < runs.length; open += 1) {
    const from = runs[open];
    const close = runs.findIndex(({ length }, place) => place > open && length === from?.length);
    const to = runs[close];
    if (from === undefined || to === undefined) continue;
    rest += line.slice(at, from.index);
    const inside = line.slice(from.index + from.length, to.index);
    const isPadded = /^ .*[^ ].* $/.test(inside);
    code.push(isPadded ? inside.slice(1, -1) : inside);
    at = to.index + to.length;
    open = close;
  }
  return rest + line.slice(at);
}

/** Outside of code nothing may stand of which Markdown or GitHub makes more than text, but for our own marks. */
const active =
  /[<>&[\]\\`~@#$=^{}_]|\*(?!\*)(?<!\*\*)|:\/\/|www\.|:[\w+-]+:|\b[\da-f]{7,40}\b|\bgh-\d|[^\P{L}\p{Script=Latin}]/iu;
/** What our own lines are made of: headings, quotes, lists, rules of tables, bold words. */
const ownMarks =
  /^(?:#{2,4} |> )|^ *- |^\|(?: (?:---|--:) \|)+$|\*\*|\||<https:\/\/docs\.[\w./-]+>/g;

/** Each piece outside of code that is not inert; with the line that it stands in. */
export function activeIn({ outside }: MarkdownParts): readonly string[] {
  return outside.filter((line) => active.test(line.replaceAll(ownMarks, ' ')));
}
