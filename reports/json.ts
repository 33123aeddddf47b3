/** report.json: the report model as it is. Lists have one element a line, so that two reports can be compared. */
import type { Report } from '../src/report/model.ts';
import type { Reporter } from './reporter.ts';

/** Characters that are gathered before they are handed on: a write for each finding would be slow. */
const pieceLength = 65_536;

export const json: Reporter = { id: 'json', file: 'report.json', render };

function* render(report: Report): Generator<string> {
  let piece = '{';
  let comma = '';
  for (const [name, value] of Object.entries(report)) {
    piece += `${comma}\n  ${JSON.stringify(name)}: `;
    comma = ',';
    if (!Array.isArray(value)) {
      piece += JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
      continue;
    }
    let separator = '[';
    for (const element of value) {
      piece += `${separator}\n    ${JSON.stringify(element)}`;
      separator = ',';
      if (piece.length < pieceLength) continue;
      yield piece;
      piece = '';
    }
    piece += value.length === 0 ? '[]' : '\n  ]';
  }
  yield `${piece}\n}\n`;
}
