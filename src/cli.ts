/** The command line: what it declares is in commands/program.ts. Here it is run, and here it ends. */
import { CommanderError } from 'commander';
import { sayNode20 } from './commands/node-version.ts';
import { createProgram } from './commands/program.ts';
import { heedBrokenStreams, say, sayFault, whenWritten } from './commands/terminal.ts';
import { UserError } from './text/user-error.ts';

heedBrokenStreams();

function tellFault(error: unknown, told?: () => void): void {
  process.exitCode = 2;
  sayFault(error, told);
}

// Node would end with 1, which means that a check failed. Where a promise was left alone the scan goes on, and what was
// read is still written; after an exception nothing can be trusted to go on.
process.on('unhandledRejection', (reason) => {
  tellFault(reason);
});
process.on('uncaughtException', (error) => {
  tellFault(error, () => process.exit());
});

try {
  let exitCode = 0;
  const program = createProgram((code) => {
    exitCode = code;
  });
  await program.parseAsync(process.argv);
  process.exitCode ??= exitCode;
} catch (error) {
  process.exitCode = 2;
  if (error instanceof CommanderError && error.exitCode === 0) {
    // Help and version end in an "error" with code 0.
    process.exitCode = 0;
    if (error.code === 'commander.version') sayNode20();
  } else if (error instanceof UserError) {
    say(error.message);
  } else {
    tellFault(error);
  }
}

// A pause of the SDK between two attempts would hold a scan that was ended for seconds.
whenWritten(() => setImmediate(() => process.exit()));
