/** Who may call functions: their URLs and the policies of functions and of what has a URL. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector } from '../../collect/collector.ts';
import { type PerResource, perResource, settingsBy } from '../../collect/per-resource.ts';
import { derive, Observed } from '../../observe/observed.ts';
import { policyIn, type Policy } from '../../policy/document.ts';
import { functions } from './functions.ts';
import { GetPolicy, ListFunctionUrlConfigs } from './operations.ts';

export interface FunctionUrl {
  /** The alias whose URL it is; undefined for the function itself. */
  readonly alias: string | undefined;
  /** Of the function or of its alias. */
  readonly arn: string;
  readonly authType: 'AWS_IAM' | 'NONE';
}

export const functionUrls = defineCollector({
  id: 'lambda.function-urls',
  service: 'lambda',
  scope: 'regional',
  calls: [ListFunctionUrlConfigs],
  needs: { functions },
  gather: (aws, given): Promise<PerResource<readonly FunctionUrl[]>> =>
    perResource(
      given.functions.items.filter(({ managed }) => !managed),
      async (resource) => {
        const urls = await aws.list(
          ListFunctionUrlConfigs,
          { FunctionName: resource.name },
          'FunctionUrlConfigs',
          (url, members): FunctionUrl => {
            const arn = members.must(url, 'FunctionArn');
            const authType = oneOf(members.must(url, 'AuthType'), ['AWS_IAM', 'NONE'], members);
            return { alias: aliasIn(arn), arn, authType };
          },
        );
        return derive((read) => read.list(urls));
      },
    ),
});

/** `arn:aws:lambda:eu-west-1:111122223333:function:name:alias` */
function aliasIn(arn: string): string | undefined {
  return arn.split(':')[7];
}

/** The policy of a function or of an alias. */
export interface FunctionPolicy {
  /** Of what it speaks. */
  readonly arn: string;
  readonly alias: string | undefined;
  /** Null where there is none. */
  readonly policy: Observed<Policy | null>;
}

/** The policies of each function and of its aliases that have a URL; those of other aliases and of versions are not asked for. */
export const functionPolicies = defineCollector({
  id: 'lambda.function-policies',
  service: 'lambda',
  scope: 'regional',
  calls: [GetPolicy],
  needs: { functions, functionUrls },
  gather: async (aws, given): Promise<PerResource<readonly FunctionPolicy[]>> => {
    const policyOf = async (
      name: string,
      { arn, alias }: Pick<FunctionUrl, 'arn' | 'alias'>,
    ): Promise<FunctionPolicy> => ({
      arn,
      alias,
      policy: await aws.get(
        GetPolicy,
        { FunctionName: name, ...(alias === undefined ? {} : { Qualifier: alias }) },
        (answer, members) =>
          policyIn(members.must(answer, 'Policy'), members, 'the function policy'),
        { whenAbsent: null },
      ),
    });
    const all = await Promise.all(
      given.functions.items
        .filter(({ managed }) => !managed)
        .map(async ({ arn, name }): Promise<[string, Observed<readonly FunctionPolicy[]>]> => {
          const urls = Observed.open(given.functionUrls.of({ arn }));
          const aliases = urls.known ? urls.value.filter(({ alias }) => alias !== undefined) : [];
          const asked = [{ arn, alias: undefined }, ...aliases];
          return [
            arn,
            Observed.known(await Promise.all(asked.map((each) => policyOf(name, each)))),
          ];
        }),
    );
    return settingsBy(new Map(all));
  },
});
