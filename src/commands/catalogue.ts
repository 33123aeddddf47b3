/** `policy`, `checks` and `explain`: what the checks declare. No call to AWS. */
import type { Check, Remedy } from '../judge/check.ts';
import { unknownName } from '../text/user-error.ts';
import { findControl, type Relation } from '../frameworks/index.ts';
import { checkLine } from '../report/check-line.ts';
import { iamPolicy, operationsOf, plan } from '../plan/plan.ts';
import { findResponsibility } from '../responsibilities/index.ts';
import { fleetPolicy } from '../run/fleet/policy.ts';
import { sendingStatements } from '../run/sending/policy.ts';
import { signingPolicy } from '../run/signing/policy.ts';
import { parseSign } from '../run/signing/signer.ts';
import { collectorsOfActivity } from '../run/active-regions.ts';
import { collectorsOfTags } from '../run/tags.ts';
import { select } from '../plan/selection.ts';
import { activeRegionsOf, type SelectionOptions, selectionOf } from './selection-options.ts';
import { catalogueFormat, type FormatOptions, printCatalogue } from './catalogue-format.ts';
import { type ConfigOptions, configured } from './config.ts';
import { type ChecksDirOption, everyCheck } from './every-check.ts';
import { parseRoleName, sendingOf } from './fleet-options.ts';
import { livingWith } from './living.ts';
import { parseSend } from './send.ts';
import { print } from './terminal.ts';
import { hangingText, table, wrapText } from './text.ts';

interface PolicyOptions extends SelectionOptions, ConfigOptions {
  readonly tags?: true;
  readonly regions?: string;
  readonly send?: string;
  readonly sign?: string;
  readonly org?: true;
  readonly roleName?: string;
  readonly sendRoleName?: string;
}

export async function policyCommand(options: PolicyOptions): Promise<void> {
  const isSending = parseSend(options.send) !== undefined;
  if (options.org) {
    const roleName = parseRoleName(options.roleName);
    const policy = fleetPolicy({ roleName, ...sendingOf(options) });
    print(JSON.stringify(policy, null, 2));
    return;
  }
  if (options.sign !== undefined) {
    print(JSON.stringify(signingPolicy(parseSign(options.sign)), null, 2));
    return;
  }
  const all = await everyCheck(options);
  const typed = { ...selectionOf(options), ...activeRegionsOf(options.regions) };
  const { selection, files } = await configured(typed, options, all);
  const { checks: chosen } = select(all, selection);
  // What a configuration says of mutes is part of what a scan by it sends.
  const living = await livingWith(files, all);
  const tags = options.tags && { tags: options.tags };
  const further = [
    ...collectorsOfTags({ checks: chosen, ...living, ...tags }),
    ...collectorsOfActivity({ checks: chosen, selection }),
  ];
  const { Version, Statement } = iamPolicy(plan(chosen, further));
  print(
    JSON.stringify(
      { Version, Statement: [...Statement, ...(isSending ? sendingStatements : [])] },
      null,
      2,
    ),
  );
}

export async function checksCommand(options: SelectionOptions & FormatOptions): Promise<void> {
  const format = catalogueFormat(options, ['oscal', 'oscal-mapping']) ?? 'table';
  const selection = selectionOf(options);
  const { checks: chosen, frameworks } = select(await everyCheck(options), selection);
  if (format === 'oscal' || format === 'oscal-mapping') {
    const { checkCatalogue, checkMapping } = await import('./oscal/checks.ts');
    const made = new Date();
    const document =
      format === 'oscal' ? checkCatalogue(chosen, made) : checkMapping(chosen, frameworks, made);
    print(JSON.stringify(document, null, 2));
    return;
  }
  printCatalogue(format, chosen.map(listed), [
    { name: 'id', head: 'CHECK', of: ({ id }) => id },
    { name: 'severity', head: 'SEVERITY', of: ({ severity }) => severity },
    { name: 'service', of: ({ service }) => service },
    { name: 'responsibility', of: ({ responsibility }) => responsibility },
    { name: 'title', head: 'HOLDS WHEN IT PASSES', of: ({ title }) => title },
    { name: 'why', of: ({ why }) => why },
    { name: 'fix', of: ({ fix }) => fix },
    { name: 'link', of: ({ link }) => link },
    { name: 'controls', of: ({ controls }) => JSON.stringify(controls) },
    { name: 'claims', of: ({ claims }) => JSON.stringify(claims) },
    { name: 'custom', of: ({ custom }) => String(custom === true) },
    { name: 'params', of: ({ params }) => JSON.stringify(params) },
  ]);
  if (format === 'table')
    print(`\n${chosen.length} checks. "srm-scan explain <check>" tells more.`);
}

/** All that a check declares as data: the line of it that reports have, and its parameters. */
function listed(check: Check) {
  return { ...checkLine(check), params: check.params };
}

export async function explainCommand(id: string, options: ChecksDirOption): Promise<void> {
  const checks = await everyCheck(options);
  const check = checks.find((each) => each.id === id);
  if (!check) {
    const ids = checks.map((each) => each.id);
    throw unknownName('check', id, ids, 'See "srm-scan checks".');
  }
  const planned = plan([check]);
  const responsibility = findResponsibility(check.responsibility);
  print(check.custom ? `${check.id} (your own check)` : check.id);
  print(wrapText(`${check.title}.`));
  print(`\nSeverity        ${check.severity}`);
  if (check.severityReason !== undefined) print(wrapText(check.severityReason, 16));
  print(`Responsibility  ${check.responsibility} (${responsibility?.owner ?? 'unknown'})`);
  print(wrapText(`Customer: ${responsibility?.customerPart ?? ''}`, 16));
  print(wrapText(`AWS: ${responsibility?.awsPart ?? ''}`, 16));
  print(`\nWhy\n${wrapText(check.why, 2)}`);
  print(`\nFix\n${wrapText(check.fix, 2)}\n  ${check.link}`);
  if (check.remedy !== undefined) printRemedy(check.remedy);
  print('\nControls, each with what the check asks for beside it');
  for (const { framework, control, relation } of check.links) {
    const title = findControl(framework, control)?.title ?? '';
    print(hangingText(`${framework} ${control} (${asksFor[relation]}): ${title}`, 2));
  }
  if (Object.keys(check.params).length > 0) {
    print('\nParameters');
    for (const [name, value] of Object.entries(check.params)) {
      print(`  --set ${check.id}.${name}=${String(value)}`);
      print(wrapText(check.meanings[name] ?? '', 6));
    }
  }
  print('\nCalls and permissions');
  print(
    table(
      ['  CALL', 'PERMISSION'],
      operationsOf(planned).map((operation) => [
        `  ${operation.service}:${operation.name}`,
        operation.action,
      ]),
    ),
  );
}

/** As it is to be pasted: not wrapped. */
function printRemedy({ console: steps, cli, terraform }: Remedy): void {
  if (steps !== undefined) print(`\n  Console\n${wrapText(steps, 4)}`);
  if (cli !== undefined)
    print(`\n  AWS CLI, with your own names for those in capitals\n${indented(cli)}`);
  if (terraform !== undefined) print(`\n  Terraform\n${indented(terraform)}`);
}

function indented(code: string): string {
  return code.replaceAll(/^(?=.)/gm, '    ');
}

/** What the check asks for, measured by what the control asks for. */
const asksFor: Readonly<Record<Relation, string>> = {
  equal: 'the same',
  'subset-of': 'a part',
  'superset-of': 'more',
  'intersects-with': 'in part',
};
