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

/** A table that becomes a list of cards on a narrow screen, for which the page's script readies it (ui/cards.ts). */
export function table({ caption, columns, rows }: Table): Markup {
  return html`<table class="cards">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${columns.map(({ name, kind }) => html`<th scope="col" ${kindOf(kind)}>${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => bodyRow(row, columns))}
    </tbody>
  </table> `;
}

function bodyRow({ kind, cells }: Row, columns: readonly Column[]): Markup {
  return html`<tr${kindOf(kind)}>${cells.map((cell, index) => {
    const ofColumn = kindOf(columns[index]?.kind);
    return index === 0
      ? html`<th scope="row" ${ofColumn}>${cell}</th>`
      : html`<td${ofColumn}>${cell}</td>`;
  })}</tr>
`;
}

function kindOf(kind: Column['kind'] | Row['kind']): Markup {
  return kind === undefined ? nothing : html` class="${kind}"`;
}
