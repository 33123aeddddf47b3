/**
 * The manifest's own last line: the hash of all before it. A byte that went wrong on the way is seen; whoever means to change it
 * can make the line anew, and against that helps a signature.
 */
import { sha256 } from '../../aws/evidence/canonical.ts';

const lastLine = /^ {2}"seal": "[0-9a-f]{64}"\n\}\n$/m;

/** What ends the text that begins with `body`. */
export function sealLine(body: string): string {
  return `  "seal": "${sha256(body)}"\n}\n`;
}

/** Whether a text ends in the line that its beginning makes. */
export function isSealed(text: string): boolean {
  const at = text.search(lastLine);
  return at > 0 && text.slice(at) === sealLine(text.slice(0, at));
}
