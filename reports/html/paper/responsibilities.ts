/** Whose the responsibilities of the services in use are, and what came of them. */
import type { ReportHead, ResponsibilityStatus } from '../../../src/report/model.ts';
import { html, type Markup } from '../markup.ts';
import { byService, isShown } from '../services.ts';
import { table } from '../table.ts';
import { number, plural, statusWords } from '../words.ts';

const owners = [
  ['aws', 'AWS, of the cloud'],
  ['shared', 'Shared'],
  ['customer', 'The customer, in the cloud'],
] as const;

const statuses: readonly ResponsibilityStatus[] = [
  'out-of-scope',
  'assessed',
  'partly-assessed',
  'attestation',
  'nothing-to-assess',
  'not-assessed',
  'unknown',
];

export function responsibilities({ responsibilities: all }: ReportHead): Markup {
  const services = byService(all);
  const shown = services.filter(isShown);
  const lines = shown.flatMap((service) => service.lines);
  const named = (inUse: (typeof services)[number]['inUse']) =>
    services.filter((service) => service.inUse === inUse).map(({ name }) => name);
  return html`<p>
      AWS secures the cloud; the customer secures what is put in it; some layers are shared. What is
      AWS’s is out of scope here: AWS’s own assurance reports speak of it.
      ${plural(shown.length, 'service')} of ${number(services.length)} are, or may be, in use.
    </p>
    ${table({
      caption: 'Responsibility lines of the services in use',
      columns: [
        { name: 'Whose' },
        ...statuses.map((status) => ({ name: statusWords[status], kind: 'number' }) as const),
        { name: 'All', kind: 'number' },
      ],
      rows: owners.map(([owner, name]) => {
        const own = lines.filter((line) => line.owner === owner);
        const counts = statuses.map(
          (status) => own.filter((line) => line.status === status).length,
        );
        return { cells: [name, ...counts.map(number), number(own.length)] };
      }),
    })}
    <dl class="facts">
      ${(
        [
          ['In use', named('yes')],
          ['Use could not be read', named('unknown')],
          ['Looked for, none found', named('no')],
          ['Not looked for: they may be in use', named('not-looked-for')],
        ] as const
      )
        .filter(([, names]) => names.length > 0)
        .map(
          ([what, names]) =>
            html`<div>
              <dt>${what}</dt>
              <dd>${names.join(', ')}</dd>
            </div> `,
        )}
    </dl>`;
}
