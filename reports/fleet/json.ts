/** fleet.json: lists have one element a line, so that two reports can be compared. */
import type { FleetReport } from '../../src/fleet/model.ts';
import { inPieces } from '../pieces.ts';

export function fleetJson(report: FleetReport): Iterable<string> {
  return inPieces(parts(report));
}

function* parts(report: FleetReport): Generator<string> {
  let separator = '{';
  for (const [name, value] of Object.entries(report)) {
    yield `${separator}\n  "${name}": `;
    separator = ',';
    if (!Array.isArray(value)) {
      yield JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
      continue;
    }
    let comma = '[';
    for (const element of value) {
      yield `${comma}\n    ${JSON.stringify(element)}`;
      comma = ',';
    }
    yield comma === '[' ? '[]' : '\n  ]';
  }
  yield '\n}\n';
}
