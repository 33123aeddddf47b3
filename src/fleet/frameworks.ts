/** The controls of frameworks over all accounts of a fleet. */
import { frameworks } from '../frameworks/index.ts';
import type { FleetFramework } from './model.ts';
import type { AccountSummary } from './summary.ts';

const listed = ['met', 'not-met', 'partly-read', 'to-attest'] as const;
type Listed = (typeof listed)[number];
type Counts = Record<Listed, number>;

export interface FleetFrameworks {
  add(controls: AccountSummary['controls']): void;
  lines(): FleetFramework[];
}

export function createFrameworks(): FleetFrameworks {
  const found = new Map<
    string,
    { accounts: number; aws: number; noCheck: number; readonly controls: Map<string, Counts> }
  >();
  return {
    add: (controls) => {
      for (const [id, states] of Object.entries(controls)) {
        const of = found.get(id) ?? { accounts: 0, aws: 0, noCheck: 0, controls: new Map() };
        found.set(id, of);
        of.accounts += 1;
        of.aws += states.aws;
        of.noCheck += states['no-check'];
        for (const state of listed) {
          for (const control of states[state]) {
            const counts = of.controls.get(control) ?? none();
            of.controls.set(control, counts);
            counts[state] += 1;
          }
        }
      }
    },
    lines: () =>
      [...found]
        .map(([id, { accounts, aws, noCheck, controls }]) => {
          const known = frameworks.find((framework) => framework.id === id);
          const order = new Map(
            known?.controls.map((control, at) => [control.id, { at, title: control.title }]),
          );
          const place = (control: string) => order.get(control)?.at ?? order.size;
          const lines = [...controls]
            .map(([control, counts]) => ({
              control,
              title: order.get(control)?.title ?? null,
              ...counts,
            }))
            .toSorted(
              (a, b) => place(a.control) - place(b.control) || (a.control < b.control ? -1 : 1),
            );
          const sum = (state: Listed) => lines.reduce((total, line) => total + line[state], 0);
          return {
            id,
            name: known ? `${known.name} ${known.version}` : null,
            accounts,
            controls: lines,
            states: {
              met: sum('met'),
              'not-met': sum('not-met'),
              'partly-read': sum('partly-read'),
              'to-attest': sum('to-attest'),
              aws,
              'no-check': noCheck,
            },
          };
        })
        .toSorted(
          (one, other) => placeOf(one.id) - placeOf(other.id) || (one.id < other.id ? -1 : 1),
        ),
  };
}

function none(): Counts {
  return { met: 0, 'not-met': 0, 'partly-read': 0, 'to-attest': 0 };
}

/** In the order of the catalogues; what is not known here comes last. */
function placeOf(id: string): number {
  const at = frameworks.findIndex((framework) => framework.id === id);
  return at === -1 ? frameworks.length : at;
}
