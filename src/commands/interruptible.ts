/** The first Ctrl-C or SIGTERM ends the scan and still writes a report; the second ends the program. */
export function interruptible(): { readonly signal: AbortSignal; done(): void } {
  const controller = new AbortController();
  const onSignal = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) process.exit(name === 'SIGINT' ? 130 : 143);
    process.stderr.write(`\nsrm-scan: ${name}: writing what was read so far; once more to quit\n`);
    controller.abort(new Error(`the scan was interrupted (${name})`));
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return {
    signal: controller.signal,
    done: () => {
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    },
  };
}
