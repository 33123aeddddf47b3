/** The command line as it is declared. Each command's code is imported when it is chosen, so that help is instant. */
import { Command, Help } from 'commander';
import { unknownName, UserError } from '../text/user-error.ts';
import { version } from '../run/version.generated.ts';
import { refuseIdleOptions } from './option-rules.ts';
import { collectValues, withSelection } from './selection-options.ts';
import { screens } from './terminal.ts';
import { inOurWords } from './usage-errors.ts';

const examples = `
Examples:
  srm-scan --demo                     the sample account; needs no AWS account
  srm-scan --profile prod             every region that is enabled
  srm-scan --region eu-west-1 --service s3 --service ec2
  srm-scan --framework cis --format json --output - | jq .summary
  srm-scan --role-arn arn:aws:iam::111122223333:role/audit --external-id 42
  srm-scan --org --parallel 8         every account of the organisation
  srm-scan evaluate srm-scan-report/latest
  srm-scan verify srm-scan-report/latest --key auditor.pem
  srm-scan policy --service s3        the permissions that a scan of S3 needs
  srm-scan explain s3-bucket-not-public

Exit codes:
  0  nothing failed at --fail-on or above, and everything in scope was read
  1  something failed at --fail-on (high, unless you say otherwise) or above
  2  could not scan: usage, configuration or credentials
  3  nothing failed at that level, but something in scope could not be read.
     With --allow-unknown: only if the scan ended early, or broke itself`;

/** @param ended told the exit code of a command that has run */
export function createProgram(ended: (exitCode: number) => void): Command {
  const program = new Command('srm-scan')
    .description(
      "Reads an AWS account, judges what is the customer's under the AWS Shared Responsibility Model, and marks what is AWS's as out of scope. It only reads.",
    )
    .version(version, '-V, --version', 'print the version')
    .option('--no-color', 'no colours (also NO_COLOR; FORCE_COLOR: always)')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .addHelpText('after', examples)
    .configureHelp(helpStyle)
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: screens.out.write,
      writeErr: screens.err.write,
      outputError: () => undefined,
      getOutHelpWidth: helpWidth,
      getErrHelpWidth: helpWidth,
    })
    .hook('preAction', (_, command) => {
      refuseIdleOptions(command);
    });
  const commandNames = () => program.commands.map((command) => command.name());

  const scan = program
    .command('scan', { isDefault: true })
    .description('scan an account (the default command)')
    .usage('[options]')
    .argument('[command...]')
    .optionsGroup('What to scan:')
    .option('--demo', 'scan the embedded sample account: no AWS account, no network')
    .option('--region <name>', 'only this region; may be repeated', collectValues, [])
    .option('--exclude-region <name>', 'not this region; may be repeated', collectValues, [])
    .option(
      '--regions <which>',
      'active: no lists of what AWS Config counts none of (docs/cost.md)',
    )
    .optionsGroup('Many accounts (docs/fleet.md):')
    .option('--org', 'every account of the organisation, and one report of all')
    .option('--ou <id>', 'those of this organisational unit; may be repeated', collectValues, [])
    .option('--accounts <file>', 'those of this file: ids one a line, or YAML or JSON')
    .option('--role-name <name>', 'role to assume in each (default: srm-scan-read)')
    .option('--send-role-name <name>', 'with --send: role that sends (default: srm-scan-send)')
    .option('--parallel <number>', 'accounts at once, 1 to 8 (default: 4)')
    .option('--resume <dir>', 'go on with a run that was interrupted: scan what is missing')
    .optionsGroup('Which checks:');
  withConfig(withSelection(scan))
    .optionsGroup('As whom:')
    .option('--profile <name>', 'profile of the AWS configuration files')
    .option('--role-arn <arn>', 'assume this role first')
    .option('--external-id <id>', 'external id of the role, or of the role of each account')
    .option('--role-session-name <name>', 'session name of the role (default: srm-scan)')
    .optionsGroup('How:')
    .option('--rate <share>', "share of AWS's request rates to use, 0.1 to 1", '0.5')
    .option(
      '--deadline <time>',
      'end reading and judging after 90s, 14m or 1h; report what is there',
    );
  withReports(scan)
    .option('--evidence', 'keep every answer, as evidence.ndjson.gz beside the reports')
    .option('--send <where>', 'also send what changed to securityhub: the only thing it writes');
  withManner(scan).action(async ([stray]: readonly string[], _, command) => {
    if (stray !== undefined) throw strayWord(stray, commandNames());
    const { scanCommand } = await import('./scan.ts');
    ended(await scanCommand(command.optsWithGlobals()));
  });

  const evaluate = withSelection(program.command('evaluate').optionsGroup('What to judge:'));
  withManner(withReports(evaluate))
    .description('judge saved evidence again, without any call to AWS')
    .argument('<folder>', 'of a scan with --evidence, or its evidence.ndjson.gz')
    .option('--config <file>', 'configuration to judge by, over that of the scan')
    .option('--allow-unsealed', 'judge evidence without a chain too, such as that of 0.1.0')
    .option('--key <file>', 'public key (PEM) that the folder must be signed by')
    .action(async (folder: string, _, command) => {
      const { evaluateCommand } = await import('./evaluate.ts');
      ended(await evaluateCommand(folder, command.optsWithGlobals()));
    });

  program
    .command('verify')
    .description('tell whether the folder of a run, or of a fleet, is as it was left')
    .argument('<folder>', 'such as srm-scan-report/latest')
    .option('--key <file>', 'public key (PEM) that it must be signed by')
    .action(async (folder: string, options) => {
      const { verifyCommand } = await import('./verify.ts');
      ended(await verifyCommand(folder, options));
    });

  program
    .command('diff')
    .description('tell what changed from one report.json to another')
    .argument('<old>', 'report.json of the earlier scan, or its folder')
    .argument('<new>', 'report.json of the later scan, or its folder')
    .option('--format <name>', 'text, markdown or json', 'text')
    .option('--fail-on-new', 'exit with 1 where something fails that did not, 3 where unread')
    .option('--fail-on <level>', 'with --fail-on-new: at this severity or graver, or none', 'high')
    .option('--allow-unknown', 'with --fail-on-new: accept what is not read any more')
    .action(async (old: string, now: string, options) => {
      const { diffCommand } = await import('./diff.ts');
      ended(await diffCommand(old, now, options));
    });

  program
    .command('trend')
    .description('tell how accounts fare from report to report')
    .argument('<folder>', 'that holds the reports, such as srm-scan-report')
    .option('--format <name>', 'text, markdown, csv or json', 'text')
    .option('--heads-only', 'read no findings: quick, and without what is new and resolved')
    .action(async (folder: string, options) => {
      const { trendCommand } = await import('./trend.ts');
      ended(await trendCommand(folder, options));
    });

  withManner(program.command('fleet'))
    .description('make one report of the scans of many accounts')
    .argument('<folder>', 'that holds the folders of their runs; the report is put there')
    .optionsGroup('What is a good end:')
    .option('--fail-on <level>', 'exit with 1 at this severity or graver, or none', 'high')
    .option('--allow-unknown', 'accept what could not be read: no exit code 3')
    .option('--baseline <file>', 'fleet.json of a former run: tell what changed')
    .optionsGroup('Who vouches for it:')
    .option('--sign <key>', 'sign by file:<private key, PEM> or kms:<key ARN>')
    .option('--profile <name>', 'whose credentials sign by kms:')
    .action(async (folder: string, _, command) => {
      const { fleetCommand } = await import('./fleet.ts');
      ended(await fleetCommand(folder, command.optsWithGlobals()));
    });

  withConfig(withSelection(program.command('policy')))
    .description('print the least IAM policy for the selected checks')
    .option('--tags', 'with what reading tags needs, for --tags and for mutes by tag')
    .option('--regions <which>', 'with what --regions active needs')
    .option('--send <where>', 'with what sending findings to securityhub needs')
    .option('--sign <key>', 'for whoever signs by kms:<key ARN>, instead: what that takes')
    .option('--org', 'for whoever scans many accounts, instead: what that takes')
    .option('--role-name <name>', 'with --org: the role in each (default: srm-scan-read)')
    .option('--send-role-name <name>', 'with --org --send: that sends (default: srm-scan-send)')
    .action(async (options) => {
      const { policyCommand } = await import('./catalogue.ts');
      await policyCommand(options);
    });

  asTable(withSelection(program.command('checks')), 'table, csv, json, oscal or oscal-mapping')
    .description('list the checks')
    .action(async (options) => {
      const { checksCommand } = await import('./catalogue.ts');
      await checksCommand(options);
    });

  program
    .command('explain')
    .description('explain a check: why, fix, controls, calls, permissions')
    .argument('<id>', 'id of a check')
    .option('--checks-dir <dir>', 'checks of your own beside ours')
    .action(async (id: string, options) => {
      const { explainCommand } = await import('./catalogue.ts');
      await explainCommand(id, options);
    });

  program
    .command('config')
    .description('hold a configuration file against the checks')
    .argument('<check>', 'what to do with it: check')
    .argument('[file]', 'default: srm-scan.config.yaml, .yml or .json of this folder')
    .option('--checks-dir <dir>', 'checks of your own beside ours')
    .action(async (action: string, file: string | undefined, options) => {
      if (action !== 'check') throw unknownName('action', action, ['check'], 'Known: check.');
      const { configCheckCommand } = await import('./config.ts');
      await configCheckCommand(file, options);
    });

  const matrix = program
    .command('responsibilities')
    .description('print who is responsible for what, by service and layer')
    .option('--service <name>', 'only this service; may be repeated', collectValues, []);
  asTable(matrix, 'table, csv, json or oscal').action(async (options) => {
    const { responsibilitiesCommand } = await import('./responsibilities.ts');
    await responsibilitiesCommand(options);
  });

  // Commander's own prints the help of everything where it does not know the command.
  program
    .command('help')
    .description('print the help of a command')
    .argument('[command]')
    .action((name: string | undefined) => {
      const named = program.commands.find((command) => command.name() === name);
      if (name !== undefined && !named) throw strayWord(name, commandNames());
      (named ?? program).outputHelp();
    });

  inOurWords(program);
  return program;
}

function withReports(command: Command): Command {
  return command
    .optionsGroup('Reports:')
    .option(
      '--format <name>',
      'html, pdf, json, csv, sarif, …; may be repeated (default: html,json)',
      collectValues,
      [],
    )
    .option(
      '--output <dir>',
      'gets a folder for each run; - for standard output',
      'srm-scan-report',
    )
    .option('--sign <key>', 'sign by file:<private key, PEM> or kms:<key ARN>')
    .option('--fail-on <level>', 'exit with 1 at this severity or graver, or none', 'high')
    .option('--allow-unknown', 'accept what could not be read: no exit code 3')
    .option('--tags', 'read the tags of resources: findings carry them')
    .option('--baseline <file>', 'earlier report.json or its folder: tell what changed since')
    .option('--fail-on-new', 'with --baseline: heed only what it does not have')
    .option('--set <check.param=value>', 'set a parameter of a check; may be repeated', append, [])
    .option('--mute <file>', 'failures that their owners accept, each until a day (YAML or JSON)')
    .option('--attest <file>', 'answers to what no API tells (YAML or JSON)');
}

function withConfig(command: Command): Command {
  return command
    .option('--config <file>', 'configuration (default: srm-scan.config.yaml or .json here)')
    .option('--no-config', 'do not look for a configuration here');
}

function withManner(command: Command): Command {
  return command
    .optionsGroup('On the terminal:')
    .option('--quiet', 'print nothing but errors')
    .option('--verbose', 'tell what is done, on standard error');
}

function asTable(command: Command, formats: string): Command {
  return command.option('--format <name>', formats).option('--json', 'the same as --format json');
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
function strayWord(word: string, commandNames: readonly string[]): UserError {
  if (!commandNames.includes(word)) {
    return unknownName('command', word, commandNames, 'See "srm-scan --help".');
  }
  return new UserError(`"${word}" must come first, before the options: srm-scan ${word} [options]`);
}

function helpWidth(): number {
  return Math.min(80, screens.out.columns || 80);
}
