/** The command line. Each command's code is imported when it is chosen, so that help is instant. */
import { Command, CommanderError, Help } from 'commander';
import { unknownName, UserError } from './text/user-error.ts';
import { collectValues, withSelection } from './commands/selection-options.ts';
import { version } from './run/version.generated.ts';

// The SDK's own warning speaks to programmers; the scan says it in one line of ours.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

const examples = `
Examples:
  srm-scan --demo                     the sample account; needs no AWS account
  srm-scan --profile prod             every region that is enabled
  srm-scan --region eu-west-1 --service s3 --service ec2
  srm-scan --framework cis --format json --output - | jq .summary
  srm-scan --role-arn arn:aws:iam::111122223333:role/audit --external-id 42
  srm-scan evaluate srm-scan-report/evidence.ndjson.gz
  srm-scan policy --service s3        the permissions that a scan of S3 needs
  srm-scan explain s3-bucket-not-public

Exit codes:
  0  nothing failed at --fail-on or above, and everything in scope was read
  1  something failed at --fail-on (high, unless you say otherwise) or above
  2  could not scan: usage, configuration or credentials
  3  nothing failed at that level, but something in scope could not be read`;

const commandNames = ['scan', 'evaluate', 'policy', 'checks', 'explain', 'responsibilities'];

async function main(argv: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = new Command('srm-scan')
    .description(
      "Reads an AWS account, judges what is the customer's under the AWS Shared Responsibility Model, and marks what is AWS's as out of scope. It only reads.",
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', examples)
    .configureHelp(helpStyle)
    .exitOverride()
    .configureOutput({
      writeOut: write(process.stdout),
      writeErr: write(process.stderr),
      getOutHelpWidth: helpWidth,
      getErrHelpWidth: helpWidth,
    });

  const scan = program
    .command('scan', { isDefault: true })
    .description('scan an account (the default command)')
    .usage('[options]')
    .argument('[command]')
    .optionsGroup('What to scan:')
    .option('--demo', 'scan the embedded sample account: no AWS account, no network')
    .option('--region <name>', 'only this region; may be repeated', collectValues, []);
  withSelection(scan)
    .optionsGroup('As whom:')
    .option('--profile <name>', 'profile of the AWS configuration files')
    .option('--role-arn <arn>', 'assume this role first')
    .option('--external-id <id>', 'external id of the role')
    .option('--role-session-name <name>', 'session name of the role (default: srm-scan)')
    .optionsGroup('How:')
    .option('--rate <share>', "share of AWS's request rates to use, 0.1 to 1", '0.5')
    .option(
      '--deadline <time>',
      'end reading and judging after 90s, 14m or 1h; report what is there',
    );
  withReports(scan)
    .option('--evidence', 'keep every answer in evidence.ndjson.gz beside the reports')
    .action(async (stray: string | undefined, options) => {
      if (stray !== undefined) throw strayWord(stray);
      const { scanCommand } = await import('./commands/scan.ts');
      exitCode = await scanCommand(options);
    });

  withReports(withSelection(program.command('evaluate').optionsGroup('What to judge:')))
    .description('judge saved evidence again, without any call to AWS')
    .argument('<file>', 'evidence.ndjson.gz of a scan with --evidence')
    .action(async (file: string, options) => {
      const { evaluateCommand } = await import('./commands/evaluate.ts');
      exitCode = await evaluateCommand(file, options);
    });

  withSelection(program.command('policy'))
    .description('print the least IAM policy for the selected checks')
    .action(async (options) => {
      const { policyCommand } = await import('./commands/catalogue.ts');
      policyCommand(options);
    });

  withSelection(program.command('checks'))
    .description('list the checks')
    .option('--json', 'as JSON')
    .action(async (options) => {
      const { checksCommand } = await import('./commands/catalogue.ts');
      checksCommand(options);
    });

  program
    .command('explain')
    .description('explain a check: rule, fix, controls, calls, permissions')
    .argument('<id>', 'id of a check')
    .action(async (id: string) => {
      const { explainCommand } = await import('./commands/catalogue.ts');
      explainCommand(id);
    });

  program
    .command('responsibilities')
    .description('print who is responsible for what, by service and layer')
    .option('--service <name>', 'only this service')
    .option('--json', 'as JSON')
    .action(async (options) => {
      const { responsibilitiesCommand } = await import('./commands/responsibilities.ts');
      responsibilitiesCommand(options);
    });

  await program.parseAsync(argv);
  return exitCode;
}

function withReports(command: Command): Command {
  return command
    .optionsGroup('Reports:')
    .option('--format <name>', 'html or json; may be repeated (default: both)', collectValues, [])
    .option('--output <dir>', 'folder of the reports, or - for standard output', 'srm-scan-report')
    .option('--fail-on <level>', 'exit with 1 at this severity or graver, or none', 'high')
    .option('--set <check.param=value>', 'set a parameter of a check; may be repeated', append, []);
}

function append(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

const plainHelp = new Help();

/** The main help shows what one may write without naming a command: the options of the default one. */
const helpStyle: Partial<Help> = {
  visibleOptions: (command) => {
    const own = plainHelp.visibleOptions(command);
    const scan = command.parent
      ? undefined
      : command.commands.find((each) => each.name() === 'scan');
    const others = scan ? plainHelp.visibleOptions(scan) : [];
    return [...others.filter((option) => option.long !== '--help'), ...own];
  },
  optionDescription: ({ description, defaultValue }) =>
    typeof defaultValue === 'string' ? `${description} (default: ${defaultValue})` : description,
  subcommandTerm: (command) => {
    const needed = command.registeredArguments.filter((argument) => argument.required);
    return [command.name(), ...needed.map((argument) => `<${argument.name()}>`)].join(' ');
  },
};

/** A word where none is due is a command that was mistyped, or that stands behind the options. */
function strayWord(word: string): UserError {
  if (!commandNames.includes(word)) {
    return unknownName('command', word, commandNames, 'See "srm-scan --help".');
  }
  return new UserError(`"${word}" must come first, before the options: srm-scan ${word} [options]`);
}

function helpWidth(): number {
  return Math.min(80, process.stdout.columns || 80);
}

function write(stream: NodeJS.WriteStream) {
  return (text: string) => {
    stream.write(text);
  };
}

/** A reader that has seen enough (`| head`) is no fault; a full disk is. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE' || process.exitCode === 2) return;
  process.stderr.write(`srm-scan: cannot write to standard output: ${error.message}\n`);
  process.exitCode = 2;
});
// Nothing is left to tell it to.
process.stderr.on('error', () => undefined);

function tellFault(error: unknown, told?: () => void): void {
  process.exitCode = 2;
  const stack = error instanceof Error ? error.stack : String(error);
  const words = `srm-scan: this is a fault of srm-scan; please report it.\n${stack}\n`;
  process.stderr.write(words, told);
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
  const exitCode = await main(process.argv);
  process.exitCode ??= exitCode;
} catch (error) {
  process.exitCode = 2;
  if (error instanceof CommanderError) {
    // Help and version end in an "error" with code 0; commander has printed what was wrong.
    if (error.exitCode === 0) process.exitCode = 0;
  } else if (error instanceof UserError) {
    // Messages quote files and answers, which may hold escape sequences.
    const { printable } = await import('./text/printable.ts');
    process.stderr.write(`srm-scan: ${printable(error.message)}\n`);
  } else {
    tellFault(error);
  }
}

// A pause of the SDK between two attempts would hold a scan that was ended for seconds.
process.stdout.write('', () => process.stderr.write('', () => setImmediate(() => process.exit())));
