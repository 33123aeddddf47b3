/**
 * Words that stay in one piece on paper: Region names, days, ids and names. A line that ends with one of their hyphens leaves a
 * reader to guess whether it is theirs. Style keeps them whole, so that what is copied is what was there. The page wraps
 * them when it is printed, since they would be a fiftieth of its size; what is printed without a script has them written.
 */

const words = /(?<![\w-])(\w+(?:-\w+)+)(?![\w-])/;
const wordsAndTags = new RegExp(`<[^>]*>|${words.source}`, 'g');
/** Characters for which every column has room. */
const longest = 48;
/** The element that keeps a word whole: it has a thousand of them, so one with a short name. */
export const whole = 'i';

/** English joins two words, and none with a digit. */
function isName(word: string): boolean {
  return word.length <= longest && /\d|-.*-/.test(word);
}

/** The same HTML with each such word in an element. */
export function withWholeWords(markup: string): string {
  return markup.replaceAll(wordsAndTags, (match) =>
    !match.startsWith('<') && isName(match) ? `<${whole}>${match}</${whole}>` : match,
  );
}

/** The parts of a text, and which of them are such words. */
export function partsOf(
  text: string,
): readonly { readonly part: string; readonly isWhole: boolean }[] {
  return text
    .split(words)
    .map((part, at) => ({ part, isWhole: at % 2 === 1 && isName(part) }))
    .filter(({ part }) => part !== '');
}
