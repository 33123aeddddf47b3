import { say, screens } from './terminal.ts';

/** By convention 128 and the number of the signal. */
const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The first Ctrl-C, SIGTERM or SIGHUP ends the scan and still writes a report; the second ends the program. */
export function interruptible(): { readonly signal: AbortSignal; done(): void } {
  const controller = new AbortController();
  const onSignal = (name: (typeof names)[number]) => {
    if (controller.signal.aborted) process.exit(exitCodes[name]);
    screens.err.write('\n');
    say(`${name}: writing what was read so far; once more to quit`);
    controller.abort(new Error(`the scan was interrupted (${name})`));
  };
  for (const name of names) process.on(name, onSignal);
  return {
    signal: controller.signal,
    done: () => {
      for (const name of names) process.off(name, onSignal);
    },
  };
}
