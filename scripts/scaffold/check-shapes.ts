/**
 * The three shapes of a check, each with the collector that it rests on and a test. What only a person can know throws,
 * and says where it is to be filled in: a test that nobody filled in fails.
 */
import { camel, importPath, pascal } from './files.ts';

export interface NewCheck {
  readonly id: string;
  /** Folder of the check and of its collector. */
  readonly service: string;
  readonly subject: string;
  /** A row of the responsibility matrix. */
  readonly responsibility: string;
  /** The collector whose resources a setting belongs to: its file under src/collectors, and its name. */
  readonly of: { readonly file: string; readonly name: string } | undefined;
}

type Files = Readonly<Record<string, string>>;

/** Each item of a list is judged by what the list tells of it. */
function list(check: NewCheck): Files {
  const { service, subject } = check;
  const [name, Item, path] = [camel(subject), pascal(subject), collectorPath(check)];
  return {
    [path]: `/** What is listed, and what checks need of each. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Listing, Observed } from '../../observe/observed.ts';

export interface ${Item} extends Resource {
  readonly isRight: Observed<boolean>;
}

export const ${name} = defineCollector({
  id: '${service}.${subject}',
  service: '${service}',
  scope: 'regional',
  // The operation of operations.ts that lists them, and in \`gather\` aws.list with it.
  calls: [],
  gather: (): Listing<${Item}> => {
    throw new Error('fill in ${path}: which operation lists them, and what is kept of each');
  },
});
`,
    ...checkAndTest(check, {
      imports: `import { ${name} } from '${importPath(checkPath(check), path)}';`,
      fields: `  evaluates: ${name},`,
      evaluate: `(item, { read })`,
      reads: 'read(item.isRight)',
      testImports: `import type { ${Item} } from '${importPath(testPath(check), path)}';
import { known, unreadable } from '../../support/observe.ts';`,
      resource: `const item = (isRight: ${Item}['isRight']): ${Item} => ({
  arn: 'arn:aws:${service}:eu-west-1:111122223333:${subject}/one',
  type: 'AWS::Fill::In',
  name: 'one',
  region: 'eu-west-1',
  isRight,
});`,
      cases: [
        'resource: item(known(true))',
        'resource: item(known(false))',
        'resource: item(unreadable())',
      ],
    }),
  };
}

/** One call for each resource tells the setting that is judged. */
function setting(check: NewCheck): Files {
  const { service, subject } = check;
  const [name, path] = [camel(subject), collectorPath(check)];
  const of = check.of ?? { file: path, name: 'resources' };
  const own = check.of
    ? ''
    : `
export const resources = defineCollector({
  id: '${service}.${subject}-resources',
  service: '${service}',
  scope: 'regional',
  // The operation of operations.ts that lists them, and in \`gather\` aws.list with it.
  calls: [],
  gather: (): Listing<Resource> => {
    throw new Error('fill in ${path}: which operation lists the resources');
  },
});
`;
  const list = check.of ? `import { ${of.name} } from '${importPath(path, of.file)}';\n` : '';
  return {
    [path]: `/** A setting of each resource, which one call for each tells. */
import { defineCollector${check.of ? '' : ', type Resource'} } from '../../collect/collector.ts';
import { perResource } from '../../collect/per-resource.ts';
import type { ${check.of ? '' : 'Listing, '}Observed } from '../../observe/observed.ts';
${list}${own}
export const ${name} = defineCollector({
  id: '${service}.${subject}',
  service: '${service}',
  scope: ${check.of ? `${of.name}.scope` : "'regional'"},
  // The operation of operations.ts that tells the setting, and below aws.get with it.
  calls: [],
  needs: { resources${check.of ? `: ${of.name}` : ''} },
  gather: (_aws, given) =>
    perResource(given.resources.items, (): Promise<Observed<boolean>> => {
      throw new Error('fill in ${path}: which operation tells the setting of a resource');
    }),
});
`,
    ...checkAndTest(check, {
      imports: `import { ${[name, ...(check.of ? [] : [of.name])].toSorted().join(', ')} } from '${importPath(checkPath(check), path)}';${
        check.of ? `\nimport { ${of.name} } from '${importPath(checkPath(check), of.file)}';` : ''
      }`,
      fields: `  evaluates: ${of.name},\n  needs: { setting: ${name} },`,
      evaluate: `(resource, { read, setting })`,
      reads: 'read(setting.of(resource))',
      testImports: `import { everyone, known, unreadable } from '../../support/observe.ts';`,
      resource: check.of ? resourceToFillIn(check) : someResource(check),
      cases: [
        'resource, given: { setting: everyone(known(true)) }',
        'resource, given: { setting: everyone(known(false)) }',
        'resource, given: { setting: everyone(unreadable()) }',
      ],
    }),
  };
}

/** A setting of the whole account, or of it in one Region. */
function account(check: NewCheck): Files {
  const { service, subject } = check;
  const [name, Item, path] = [camel(subject), pascal(subject), collectorPath(check)];
  return {
    [path]: `/** A setting that the account has as a whole, or in each Region. */
import { type Resource, defineCollector } from '../../collect/collector.ts';
import type { Listing, Observed } from '../../observe/observed.ts';

export interface ${Item} extends Resource {
  readonly isRight: Observed<boolean>;
}

export const ${name} = defineCollector({
  id: '${service}.${subject}',
  service: '${service}',
  scope: 'regional',
  // The operation of operations.ts that tells it. In \`gather\`: aws.get with it, and accountListing(aws, { isRight }).
  calls: [],
  gather: (): Listing<${Item}> => {
    throw new Error('fill in ${path}: which operation tells the setting of the account');
  },
});
`,
    ...checkAndTest(check, {
      imports: `import { ${name} } from '${importPath(checkPath(check), path)}';`,
      fields: `  evaluates: ${name},`,
      evaluate: `(account, { read })`,
      reads: 'read(account.isRight)',
      testImports: `import { theAccount } from '../../support/account.ts';
import { known, unreadable } from '../../support/observe.ts';`,
      resource: '',
      cases: [
        'resource: theAccount({ isRight: known(true) })',
        'resource: theAccount({ isRight: known(false) })',
        'resource: theAccount({ isRight: unreadable() })',
      ],
    }),
  };
}

export const shapes = { list, setting, account };

interface Parts {
  readonly imports: string;
  readonly fields: string;
  readonly evaluate: string;
  readonly reads: string;
  readonly testImports: string;
  readonly resource: string;
  readonly cases: readonly [pass: string, fail: string, unknown: string];
}

function checkAndTest(check: NewCheck, parts: Parts): Files {
  const { id, responsibility } = check;
  const [passes, fails, unknown] = parts.cases;
  return {
    [checkPath(check)]: `import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
${parts.imports}

export default defineCheck({
  id: '${id}',
  title: 'What holds when ${id} passes',
  severity: 'medium',
  responsibility: '${responsibility}',
  controls: {},
  why: 'What goes wrong where it does not hold.',
  fix: 'What to do, in one or two sentences.',
  link: 'https://docs.aws.amazon.com/',

${parts.fields}

  evaluate${parts.evaluate} {
    const isRight = ${parts.reads};
    if (isRight) return pass('fill in ${checkPath(check)}: the fact that passes');
    return fail('fill in ${checkPath(check)}: the fact that fails');
  },
});
`,
    [testPath(check)]: `import check from '${importPath(testPath(check), checkPath(check))}';
${parts.testImports}
import { testCheck } from '../../support/check-tester.ts';

${parts.resource === '' ? '' : `${parts.resource}\n\n`}const filledIn = /^(?!fill in )/;

// Write down what AWS answers in each situation, and the facts that the reasons give.
testCheck(check, {
  pass: [{ name: 'it is as it should be', ${passes}, reasons: [filledIn] }],
  fail: [{ name: 'it is not', ${fails}, reasons: [filledIn] }],
  unknown: [{ name: 'it may not be read', ${unknown}, reasons: ['fill in: what AWS says'] }],
});
`,
  };
}

function someResource({ service, subject }: NewCheck): string {
  return `const resource = {
  arn: 'arn:aws:${service}:eu-west-1:111122223333:${subject}/one',
  type: 'AWS::Fill::In',
  name: 'one',
  region: 'eu-west-1',
};`;
}

function resourceToFillIn(check: NewCheck): string {
  return `const resource = one();

function one(): Parameters<typeof check.spec.evaluate>[0] {
  throw new Error('fill in ${testPath(check)}: a resource as its collector gives it');
}`;
}

function checkPath({ service, subject }: NewCheck): string {
  return `checks/${service}/${subject}.ts`;
}

function testPath({ service, subject }: NewCheck): string {
  return `test/checks/${service}/${subject}.test.ts`;
}

function collectorPath({ service, subject }: NewCheck): string {
  return `src/collectors/${service}/${subject}.ts`;
}
