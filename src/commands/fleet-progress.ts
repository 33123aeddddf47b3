/** How far a run over many accounts is: a line for each that ended, and one that is drawn over itself, on a terminal alone. */
import { failuresText } from '../../reports/fleet/words.ts';
import type { FleetTold } from '../run/fleet/run.ts';
import { cutEnd } from '../text/wrap.ts';
import { printable } from '../text/printable.ts';
import type { MannerOptions } from './manner.ts';
import { say, screens } from './terminal.ts';

export interface FleetProgress extends FleetTold {
  /** What could not be written, or sent, of an account's scan. */
  readonly faults: readonly string[];
  clear(): void;
}

export function fleetProgress({ quiet, verbose }: MannerOptions): FleetProgress {
  const screen = screens.err;
  const draws = !quiet && screen.isTerminal;
  const tells = verbose === true || draws;
  const atWork = new Map<string, string>();
  const faults: string[] = [];
  let done = 0;
  let all = 0;

  const width = () => (screen.columns || 80) - 1;
  const draw = () => {
    if (!draws) return;
    const working = [...atWork].map(([account, what]) => `${account} ${what}`).join(', ');
    screen.redraw(
      cutEnd(`${done}/${all} accounts${working === '' ? '' : `; ${working}`}`, width()),
    );
  };
  const tell = (account: string, line: string) => {
    atWork.delete(account);
    done += 1;
    if (draws) screen.redraw('');
    if (tells) screen.write(`${cutEnd(printable(`${account} ${line}`), width())}\n`);
    draw();
  };

  return {
    faults,
    begun: (missing, of) => {
      all = of;
      done = of - missing;
      if (tells && done > 0) say(`${done} of ${of} accounts are scanned already`);
      draw();
    },
    read: (account, service, read, of) => {
      atWork.set(account, `${service} ${read}/${of}`);
      draw();
    },
    scanned: ({ scan, summary }, faultsOfIt) => {
      const { passed, of } = summary.score;
      const fails = failuresText(summary.bySeverity);
      const partial = scan.status === 'partial' ? `PARTIAL: ${scan.endedBy ?? ''}; ` : '';
      tell(
        scan.account.id,
        `${partial}${passed} of ${of} pass; ${fails === '' ? 'nothing fails' : fails}`,
      );
      for (const fault of faultsOfIt) {
        faults.push(fault);
        say(`${scan.account.id}: ${fault}`);
      }
    },
    unscanned: ({ account, reason, cause }) => tell(account, `not scanned, ${reason}: ${cause}`),
    notReached: (account) => tell(account, 'not reached'),
    clear: () => {
      if (draws) screen.redraw('');
    },
  };
}
