/** What CloudFormation makes of a template, as far as ours goes: parameters and intrinsic functions put in. */
import * as z from 'zod';

const Resource = z.strictObject({
  Type: z.string(),
  Condition: z.string().optional(),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
  DependsOn: z.json().optional(),
  Metadata: z.json().optional(),
  Properties: z.record(z.string(), z.json()),
});

const Template = z.strictObject({
  AWSTemplateFormatVersion: z.literal('2010-09-09').optional(),
  Description: z.string(),
  Metadata: z.json().optional(),
  Parameters: z.record(
    z.string(),
    z.looseObject({ Type: z.string(), Default: z.union([z.string(), z.number()]).optional() }),
  ),
  Rules: z.json().optional(),
  Conditions: z.record(z.string(), z.json()),
  Resources: z.record(z.string(), Resource),
  Outputs: z.record(z.string(), z.json()),
});

export type Resource = z.infer<typeof Resource>;

export interface Stack {
  readonly resources: Readonly<Record<string, Resource>>;
  /** Those of one type. */
  ofType(type: string): readonly Resource[];
  /** The only one of its type. */
  only(type: string): Resource;
}

/** What CloudFormation puts in for where a stack is. */
const places = {
  aws: { region: 'eu-west-1', suffix: 'amazonaws.com' },
  'aws-cn': { region: 'cn-north-1', suffix: 'amazonaws.com.cn' },
  'aws-us-gov': { region: 'us-gov-west-1', suffix: 'amazonaws.com' },
} as const;

/** As CloudFormation writes nothing at all. */
const noValue = Symbol('AWS::NoValue');

/**
 * The resources of a stack named `scan`, in account 111122223333. A resource has its logical id as its name.
 * @param partition of the account, in one of its Regions
 */
export function deploy(
  template: unknown,
  parameters: Readonly<Record<string, string | number>>,
  partition: keyof typeof places = 'aws',
): Stack {
  const { region, suffix } = places[partition];
  const { Parameters, Conditions, Resources } = Template.parse(template);
  const pseudo = new Map<string, unknown>([
    ['AWS::AccountId', '111122223333'],
    ['AWS::NoValue', noValue],
    ['AWS::Partition', partition],
    ['AWS::Region', region],
    ['AWS::StackName', 'scan'],
    ['AWS::URLSuffix', suffix],
  ]);

  const ref = (name: string): unknown => {
    if (pseudo.has(name)) return pseudo.get(name);
    const parameter = Parameters[name];
    if (parameter) return String(parameters[name] ?? parameter.Default);
    if (Resources[name]) return name.toLowerCase();
    throw new Error(`${name} is neither a parameter nor a resource`);
  };
  const attribute = (id: string, name: string): string => {
    const resource = Resources[id];
    if (!resource) throw new Error(`${id} is no resource`);
    const named = id.toLowerCase();
    if (name !== 'Arn') return `${named}.${name}`;
    const [, service = ''] = resource.Type.toLowerCase().split('::');
    const place = service === 's3' ? '::' : `${region}:111122223333:`;
    return `arn:${partition}:${service}:${place}${named}`;
  };
  const substitute = (text: string): string =>
    text.replaceAll(/\$\{([\w:]+)(?:\.(\w+))?\}/g, (_, id: string, name: string | undefined) =>
      name === undefined ? String(ref(id)) : attribute(id, name),
    );

  const functions: Readonly<Record<string, (argument: unknown) => unknown>> = {
    Ref: (name) => ref(String(name)),
    'Fn::GetAtt': (path) => {
      const [id, name] = z.tuple([z.string(), z.string()]).parse(path);
      return attribute(id, name);
    },
    'Fn::Join': (argument) => {
      const [between, parts] = z.tuple([z.string(), z.unknown()]).parse(argument);
      return z.array(z.string()).parse(resolve(parts)).join(between);
    },
    'Fn::Split': (argument) => {
      const [between, text] = z.tuple([z.string(), z.unknown()]).parse(argument);
      return z.string().parse(resolve(text)).split(between);
    },
    'Fn::Sub': (text) => substitute(z.string().parse(text)),
    'Fn::If': (argument) => {
      const [name, yes, no] = z.tuple([z.string(), z.unknown(), z.unknown()]).parse(argument);
      return resolve(resolve(Conditions[name]) === true ? yes : no);
    },
    'Fn::Equals': (argument) => {
      const [one, other] = z.tuple([z.unknown(), z.unknown()]).parse(argument);
      return resolve(one) === resolve(other);
    },
    'Fn::Not': (argument) => resolve(z.tuple([z.unknown()]).parse(argument)[0]) === false,
  };

  function resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(resolve).filter((item) => item !== noValue);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [first] = entries;
    const intrinsic = entries.length === 1 && first ? functions[first[0]] : undefined;
    if (intrinsic && first) return intrinsic(first[1]);
    const members = entries.map(([name, member]) => [name, resolve(member)] as const);
    return Object.fromEntries(members.filter(([, member]) => member !== noValue));
  }

  const resources = Object.fromEntries(
    Object.entries(Resources)
      .filter(([, { Condition: name }]) => name === undefined || resolve(Conditions[name]) === true)
      .map(([id, resource]) => [id, Resource.parse(resolve(resource))]),
  );
  const ofType = (type: string) => Object.values(resources).filter(({ Type }) => Type === type);
  return {
    resources,
    ofType,
    only: (type) => {
      const [found, ...more] = ofType(type);
      if (!found || more.length > 0) throw new Error(`${more.length + 1} resources are ${type}`);
      return found;
    },
  };
}
