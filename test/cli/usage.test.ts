import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { frameworks, parseFrameworkName } from '../../src/frameworks/index.ts';
import { runCli } from '../support/run-cli.ts';
import { runWarm } from '../support/warm-cli.ts';

const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');

function widest(text: string): string {
  return text.split('\n').reduce((a, b) => (b.length > a.length ? b : a), '');
}

describe('help', () => {
  it('shows every option of a scan, in groups, and every command', async () => {
    const { code, stdout, stderr } = await runCli(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const option of [
      ...['--demo', '--region', '--check', '--service', '--framework', '--severity'],
      ...['--exclude-region', '--exclude-check', '--exclude-service', '--allow-unknown'],
      ...['--quiet', '--verbose', '--no-color'],
      ...['--profile', '--role-arn', '--external-id', '--role-session-name', '--rate'],
      ...['--deadline', '--format', '--output', '--fail-on', '--set', '--evidence', '--version'],
    ]) {
      expect(stdout).toMatch(new RegExp(`^  (-., )?${option} `, 'm'));
    }
    for (const command of ['evaluate', 'policy', 'checks', 'explain', 'responsibilities']) {
      expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    }
    expect(stdout.match(/^[A-Z][a-z ]+:$/gm)).toEqual([
      ...['Options:', 'What to scan:', 'Which checks:', 'As whom:', 'How:', 'Reports:'],
      ...['On the terminal:', 'Commands:'],
      ...['Examples:', 'Exit codes:'],
    ]);
    expect(stdout.match(/--help/g)).toHaveLength(1);
  });

  it.each(['', 'scan', 'evaluate', 'policy', 'checks', 'explain', 'responsibilities'])(
    'of "%s" fits in 80 columns',
    async (command) => {
      const { code, stdout } = await runWarm([...(command ? [command] : []), '--help']);
      expect(code).toBe(0);
      expect(widest(stdout).length, widest(stdout)).toBeLessThanOrEqual(80);
    },
  );

  it('names every framework, by a name that is taken', async () => {
    const { stdout } = await runCli(['--help']);
    const [, told = ''] = /--framework <name> +only checks of (.*?)\n +--/s.exec(stdout) ?? [];
    const ids = told.split(/\W+/).flatMap((word) => {
      const parsed = parseFrameworkName(word);
      return parsed.known ? [parsed.id] : [];
    });
    // Older editions of a benchmark are named with their number, and Security Hub's own beyond FSBP by their whole name.
    const others = ['cis-aws-5.0', 'cis-aws-6.0', 'aws-security-hub'];
    const known = frameworks.map(({ id }) => id);
    expect(ids.toSorted()).toEqual(known.filter((id) => !others.includes(id)).toSorted());
  });

  it('of a check has its fix as it can be pasted', async () => {
    const { stdout } = await runCli(['explain', 's3-bucket-not-public']);
    expect(stdout).toMatch(/^ {2}Console\n {4}S3, the bucket, Permissions/m);
    // Not wrapped, whatever its width.
    expect(stdout).toMatch(/^ {4} {2}--public-access-block-configuration \S+=true$/m);
    expect(stdout).toMatch(/^ {4}resource "aws_s3_bucket_public_access_block" "this" \{$/m);
  });

  it('F58: tells the version, and only there how long Node 20 will do', async () => {
    const { code, stdout, stderr } = await runCli(['--version']);
    expect(code).toBe(0);
    expect(manifest).toContain(`"version": "${stdout.trim()}"`);
    const onNode20 = process.version.startsWith('v20.');
    expect(stderr).toMatch(onNode20 ? /^srm-scan: Node 20 works today; .*\n$/ : /^$/);
    expect((await runCli(['--nonsense'])).stderr).not.toContain('Node 20');
  });
});

describe.concurrent('a mistake on the command line ends with 2, says what was meant, and prints nothing else', () => {
  it.each<[string, readonly string[], string]>([
    ['command', ['evalaute'], 'unknown command "evalaute". Did you mean evaluate?'],
    [
      'command to help with',
      ['help', 'evalaute'],
      'unknown command "evalaute". Did you mean evaluate?',
    ],
    ['command with an argument', ['evalaute', 'x.gz'], 'Did you mean evaluate?'],
    ['command unlike any', ['frobnicate'], 'See "srm-scan --help"'],
    ['command behind options', ['--service', 's3', 'policy'], '"policy" must come first'],
    ['option', ['--servce', 's3'], 'Did you mean --service?'],
    ['missing value', ['--region'], "option '--region <name>' argument missing"],
    ['missing argument', ['evaluate'], "missing required argument 'folder'"],
    ['check', ['--demo', '--check', 's3-bucket-versionin'], 'Did you mean s3-bucket-versioning'],
    ['check to explain', ['explain', 'iam-root-mfaa'], 'Did you mean iam-root-mfa'],
    ['service', ['policy', '--service', 'iams'], 'unknown service "iams". Did you mean iam'],
    ['service of the matrix', ['responsibilities', '--service', 'lambd'], 'Did you mean lambda'],
    ['region', ['--region', 'eu-west1'], 'unknown region "eu-west1". Did you mean eu-west-1'],
    ['region of the sample', ['--demo', '--region', 'eu-wets-1', '--output', '.'], 'Did you mean'],
    ['format', ['--demo', '--format', 'htm'], 'unknown format "htm". Did you mean html?'],
    ['severity', ['checks', '--severity', 'critcal'], 'Did you mean critical?'],
    ['level', ['--demo', '--fail-on', 'hig'], 'Did you mean high?'],
    ['framework', ['checks', '--framework', 'ciss'], 'unknown framework "ciss"'],
    ['setting', ['--demo', '--set', 'nonsense'], 'is not of the form'],
    ['parameter', ['--demo', '--set', 'iam-root-mfa.days=1'], 'It has no parameters'],
    ['rate', ['--rate', '2'], '--rate "2" is not a share'],
    ['deadline', ['--deadline', 'soon'], '--deadline "soon" is not a time'],
    ['demo with evidence', ['--demo', '--evidence'], 'leave out --evidence or --demo'],
    ['demo with tags', ['--demo', '--tags'], 'leave out --tags or --demo'],
    ['demo with a role', ['--demo', '--role-arn', 'arn:x'], 'leave out --role-arn or --demo'],
    [
      'option of other commands (F48)',
      ['policy', '--region', 'x'],
      'no option --region; scan has it',
    ],
    ['external id without a role (F74)', ['--external-id', '42'], 'add --role-arn or leave out'],
    ['output (F74)', ['--demo', '--output', ''], '--output <dir> was given an empty value'],
    ['deadline (F74)', ['--deadline', '0.001s'], 'is not between 1s and 24h'],
    [
      'setting outside the selection (F74)',
      ['--demo', '--service', 's3', '--set', 'iam-access-key-rotated.maxAgeDays=60'],
      'the selection leaves out iam-access-key-rotated',
    ],
    [
      'excluded check (F53)',
      ['--demo', '--exclude-check', 'iam-root-mfaa'],
      'Did you mean iam-root-mfa',
    ],
    ['excluded service (F53)', ['checks', '--exclude-service', 'iams'], 'Did you mean iam'],
    ['excluded region (F53)', ['--exclude-region', 'eu-west1'], 'Did you mean eu-west-1'],
    ['two formats for one stream', ['--demo', '--output', '-'], 'writes one format'],
    ['file', ['evaluate', 'no-such-file.ndjson.gz'], 'there is no such file'],
  ])('unknown %s', async (_, args, words) => {
    const { code, stdout, stderr } = await runWarm(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stderr).toMatch(/^srm-scan: .*\n$/);
  });
});
