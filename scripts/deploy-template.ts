/** The policy of a whole scan inside a template of deploy/: CloudFormation cannot read a file beside it. */

interface Policy {
  readonly Version: string;
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Effect: string;
    readonly Action: readonly string[];
    readonly Resource: string;
  }[];
}

/** What stands between the two marks is written anew. */
const marked = /^( *)# <policy>.*\n[\s\S]*?(?=^ *# <\/policy>$)/m;

/** The template with the policy as the role's `PolicyDocument`. Throws where the marks are gone. */
export function withPolicy(template: string, { Version, Statement }: Policy): string {
  const indent = marked.exec(template)?.[1];
  if (indent === undefined)
    throw new Error('the template has no lines "# <policy>" and "# </policy>"');
  const lines = [
    '# <policy> As policy.json, written by `npm run generate`.',
    'PolicyDocument:',
    `  Version: '${Version}'`,
    '  Statement:',
    ...Statement.flatMap(({ Sid, Effect, Action, Resource }) => [
      `    - Sid: ${Sid}`,
      `      Effect: ${Effect}`,
      '      Action:',
      ...Action.map((action) => `        - ${action}`),
      `      Resource: '${Resource}'`,
    ]),
  ];
  return template.replace(marked, () => lines.map((line) => `${indent}${line}\n`).join(''));
}
