import { html, type Markup, nothing, type Part } from './markup.ts';

interface Column {
  readonly name: string;
  /** A CSS class of the column's cells. */
  readonly kind?: 'number' | 'narrow' | 'wide' | 'name' | 'prose' | 'chart';
}

interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** The first cell of each row is its heading. */
  readonly rows: readonly Row[];
}

interface Row {
  /** A CSS class. */
  readonly kind?: 'all';
  readonly cells: readonly Part[];
}

/**
 * A table that becomes a list of cards on a narrow screen. The roles are those that its elements have anyway: browsers
 * drop them when the style sheet lays cells out as blocks.
 */
export function table({ caption, columns, rows }: Table): Markup {
  return html`<table class="cards" role="table">
    <caption>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(
          ({ name, kind }) =>
            html`<th scope="col" role="columnheader" ${kindOf(kind)}>${name}</th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map((row) => bodyRow(row, columns))}
    </tbody>
  </table> `;
}

function bodyRow({ kind, cells }: Row, columns: readonly Column[]): Markup {
  return html` <tr role="row" ${kind === undefined ? nothing : html` class="${kind}"`}>
    ${cells.map((cell, index) => {
      const column = columns[index];
      const ofColumn = kindOf(column?.kind);
      return index === 0
        ? html`<th scope="row" role="rowheader" ${ofColumn}>${cell}</th>`
        : html`<td role="cell" data-label="${column?.name ?? ''}" ${ofColumn}>${cell}</td>`;
    })}
  </tr>`;
}

function kindOf(kind: Column['kind']): Markup {
  return kind === undefined ? nothing : html` class="${kind}"`;
}
