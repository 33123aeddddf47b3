/**
 * What is being done, on standard error: one line that is drawn over itself, on a terminal alone; with `--verbose` a line
 * for each service, anywhere.
 */
import type { Progress } from '../collect/collect.ts';
import type { MannerOptions } from './manner.ts';
import { sayNode20 } from './node-version.ts';
import { say, screens } from './terminal.ts';
import { version } from '../run/version.generated.ts';

export interface ProgressLine {
  readonly read: Progress;
  judged(done: number, of: number): void;
  clear(): void;
}

const nothing = () => undefined;

export function progressLine({ quiet, verbose }: MannerOptions): ProgressLine {
  if (verbose) return told();
  const screen = screens.err;
  if (quiet || !screen.isTerminal) return { read: nothing, judged: nothing, clear: nothing };
  const services = new Map<string, string>();
  const draw = (text: string) => {
    screen.redraw(text.slice(0, (screen.columns || 80) - 1));
  };
  return {
    read: (service, done, of) => {
      if (done === of) services.delete(service);
      else services.set(service, `${service} ${done}/${of}`);
      draw(`reading ${[...services.values()].join(', ')}`);
    },
    judged: (done, of) => draw(`judging ${done}/${of} checks`),
    clear: () => screen.redraw(''),
  };
}

function told(): ProgressLine {
  say(`version ${version}, Node ${process.version} on ${process.platform}`);
  sayNode20();
  return {
    read: (service, done, of) => {
      if (done === of) say(`${service} is read`);
    },
    judged: (done, of) => {
      if (done === of) say(`${of} checks are judged`);
    },
    clear: nothing,
  };
}
