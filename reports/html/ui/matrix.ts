/** Leads from the head of a column of the matrix to the service, and from a cell to the responsibility line, which the script makes. */
import { el } from './dom.ts';

export function linkMatrix(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('table.matrix')) {
    const services = Array.from(
      table.tHead?.rows[0]?.cells ?? [],
      ({ dataset }) => dataset['service'],
    );
    for (const row of table.rows) {
      const { layer } = row.dataset;
      for (const [place, cell] of [...row.cells].entries()) {
        const service = services[place];
        if (service === undefined || cell.matches('.none')) continue;
        const href = layer === undefined ? `#s-${service}` : `#r-${service}.${layer}`;
        // The text comes first, and what is counted after it.
        const { firstChild } = cell;
        if (firstChild !== null) cell.prepend(el('a', { href }, firstChild));
      }
    }
  }
}
