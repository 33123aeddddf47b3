/**
 * Rules: one for each check of the scan. GitHub takes the severity of an alert from its rule, so a check that also failed with
 * another severity than its own has a further rule for each, `<check>/<severity>`.
 */
import {
  type CheckLine,
  type CheckTally,
  type ReportReader,
  severities,
  type Severity,
} from '../../src/report/model.ts';
import { markdownLink, markdownText } from '../../src/text/markdown.ts';
import { printable } from '../../src/text/printable.ts';
import { messageText } from './text.ts';

export type Level = 'error' | 'warning' | 'note';

/** The levels of section 3.58.6. */
export const levels: Readonly<Record<Severity, Level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  informational: 'note',
};

/** Over 9.0 is critical on GitHub, from 7.0 high, from 4.0 medium, from 0.1 low. None stands for informational. */
const securitySeverities: Readonly<Record<Severity, string | undefined>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
  informational: undefined,
};

/** What GitHub keeps of a description, and of the tags of a rule. */
const mostCharacters = 1024;
const mostTags = 10;

/** A reportingDescriptor, section 3.49. */
export type Rule = ReturnType<typeof ruleOf>;

export function rulesOf({ checks, byCheck }: ReportReader): readonly Rule[] {
  return checks.flatMap((check) =>
    severitiesOf(check, byCheck.get(check.id)).map((severity) => ruleOf(check, severity)),
  );
}

/** The rule of what a check found with this severity. */
export function ruleId(check: string, severity: Severity, own: Severity | undefined): string {
  return own === undefined || own === severity ? check : `${check}/${severity}`;
}

/** Its own first, since that is what holds if nothing fails. */
function severitiesOf({ severity: own }: CheckLine, tally: CheckTally | undefined) {
  const failures = tally?.failures ?? {};
  return [own, ...severities.filter((each) => each !== own && (failures[each] ?? 0) > 0)];
}

function ruleOf(check: CheckLine, severity: Severity) {
  const { title, why, fix, link, claims, service, responsibility } = check;
  const id = ruleId(check.id, severity, check.severity);
  const grade = securitySeverities[severity];
  const asked = claims.map(
    ({ framework, control, relation }) => `${framework} ${control} (${relation})`,
  );
  const lines = [
    ['Why', why],
    ['Fix', fix],
    ...(asked.length === 0 ? [] : [['Controls', asked.join(', ')] as const]),
  ] as const;
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: within(messageText(title)) },
    fullDescription: { text: within(messageText(`${title}. ${why}`)) },
    ...helpUri(link),
    help: {
      text: [...lines, ['More', link] as const]
        .map(([name, text]) => messageText(`${name}: ${text}`))
        .join('\n\n'),
      markdown: [
        ...lines.map(([name, text]) => `**${name}:** ${markdownText(text)}`),
        `**More:** ${markdownLink(link)}`,
      ].join('\n\n'),
    },
    defaultConfiguration: { level: levels[severity] },
    properties: {
      ...(grade === undefined ? {} : { 'security-severity': grade }),
      tags: [
        'security',
        'aws',
        service,
        ...new Set(claims.map(({ framework }) => framework)),
      ].slice(0, mostTags),
      check: check.id,
      severity,
      responsibility,
      ...(check.custom ? { custom: true } : {}),
      controls: claims.map(({ framework, control, relation }) => ({
        framework,
        control,
        relation,
      })),
    },
  };
}

/** A check of the user's own may link to anything. */
function helpUri(link: string): { readonly helpUri?: string } {
  return /^https?:/i.test(link) && URL.canParse(link) ? { helpUri: new URL(link).href } : {};
}

/** `S3BucketNotPublic`: what section 3.49.7 suggests. */
function pascalCase(id: string): string {
  return printable(id)
    .split(/[^A-Za-z0-9]+/)
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join('');
}

/** Never half of a pair at the end. */
function within(text: string): string {
  if (text.length <= mostCharacters) return text;
  return `${text.slice(0, mostCharacters - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
