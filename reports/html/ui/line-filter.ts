/** Which responsibility lines are shown: whose, and in which state. The address says it. */
import type { ResponsibilityLine } from '../../../src/report/model.ts';
import { number, plural, statusWords } from '../words.ts';
import { el, find } from './dom.ts';

/** Shows the lines that an address asks for: `#responsibilities?owner=shared&status=assessed`. */
export function showLinesOf(params: URLSearchParams): void {
  const owner = selectOf('line-owner');
  const status = selectOf('line-status');
  if (owner === undefined || status === undefined) return;
  owner.value = params.get('owner') ?? '';
  status.value = params.get('status') ?? '';
  showChosen();
}

function selectOf(id: string): HTMLSelectElement | undefined {
  const found = document.getElementById(id);
  return found instanceof HTMLSelectElement ? found : undefined;
}

/** Whose a line is, as people know the model. */
export const whoseWords = {
  customer: 'In the cloud: the customer',
  shared: 'Shared',
  aws: 'Of the cloud: AWS',
} as const;
/** In the order in which they stand. */
export const lineOwners = ['customer', 'shared', 'aws'] as const;

export function lineFilter(lines: readonly ResponsibilityLine[]): HTMLElement {
  const statuses = [...new Set(lines.map(({ status }) => status))];
  const count = (meets: (line: ResponsibilityLine) => boolean) =>
    number(lines.filter(meets).length);
  const owner = el(
    'select',
    { id: 'line-owner' },
    el('option', { value: '' }, `Everybody’s: ${number(lines.length)}`),
    ...lineOwners.map((each) =>
      el('option', { value: each }, `${whoseWords[each]}: ${count((line) => line.owner === each)}`),
    ),
  );
  const status = el(
    'select',
    { id: 'line-status' },
    el('option', { value: '' }, `All: ${number(lines.length)}`),
    ...statuses.map((each) =>
      el(
        'option',
        { value: each },
        `${statusWords[each]}: ${count((line) => line.status === each)}`,
      ),
    ),
  );
  const said = el('p', { role: 'status', class: 'result', id: 'lines-shown' });
  for (const each of [owner, status]) {
    each.addEventListener('change', () => {
      showChosen();
      const given = [['owner', owner.value] as const, ['status', status.value] as const]
        .filter(([, value]) => value !== '')
        .map(([name, value]) => `${name}=${value}`);
      const query = given.length === 0 ? '' : `?${given.join('&')}`;
      history.replaceState(null, '', `#responsibilities${query}`);
    });
  }
  return el(
    'div',
    { class: 'filter-bar' },
    el('div', { class: 'field' }, el('label', { for: owner.id }, 'Whose'), owner),
    el('div', { class: 'field' }, el('label', { for: status.id }, 'State'), status),
    said,
  );
}

/** Hides the lines that are not asked for, and the bands and services that are left with none. */
function showChosen(): void {
  const owner = selectOf('line-owner')?.value ?? '';
  const status = selectOf('line-status')?.value ?? '';
  let shown = 0;
  for (const service of document.querySelectorAll<HTMLElement>('.service')) {
    let ofService = 0;
    for (const band of service.querySelectorAll<HTMLElement>('.band')) {
      let ofBand = 0;
      for (const line of band.querySelectorAll<HTMLElement>('.line')) {
        const { owner: whose, status: state } = line.dataset;
        line.hidden = (owner !== '' && whose !== owner) || (status !== '' && state !== status);
        if (!line.hidden) ofBand += 1;
      }
      band.hidden = ofBand === 0;
      ofService += ofBand;
    }
    service.hidden = ofService === 0;
    shown += ofService;
  }
  find('lines-shown').textContent = `${plural(shown, 'responsibility line')}.`;
}
