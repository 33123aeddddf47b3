/**
 * Readies the tables that become lists of cards on a narrow screen. The roles are those that their elements have anyway: browsers
 * drop them where the style sheet lays cells out as blocks. Without the script a table stays one, and so do those of the paper.
 */
const roles = [
  ['table', 'table'],
  ['thead, tbody', 'rowgroup'],
  ['tr', 'row'],
  ['thead th', 'columnheader'],
  ['tbody th', 'rowheader'],
  ['td', 'cell'],
] as const;

export function makeCards(): void {
  for (const table of document.querySelectorAll('main table.cards')) {
    for (const [elements, role] of roles) {
      for (const each of table.matches(elements) ? [table] : table.querySelectorAll(elements)) {
        each.setAttribute('role', role);
      }
    }
    const names = Array.from(table.querySelectorAll('thead th'), ({ textContent }) => textContent);
    for (const row of table.querySelectorAll('tbody tr')) {
      for (const [place, cell] of [...row.children].entries()) {
        if (place > 0) cell.setAttribute('data-label', names[place] ?? '');
      }
    }
  }
}
