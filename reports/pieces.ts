/** Characters that are gathered before they are handed on: a write for each finding would be slow. */
const pieceLength = 65_536;

/** The same text in larger pieces, none much longer than its longest part. */
export function* inPieces(parts: Iterable<string>): Generator<string> {
  let piece = '';
  for (const part of parts) {
    piece += part;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** The members of an object as JSON without its braces, so that more may follow. */
export function members(object: object): string {
  return JSON.stringify(object).slice(1, -1);
}
