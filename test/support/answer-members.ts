/** The members of answers that are texts, as the SDK's own schemas and declarations have them. */
import { readdirSync, readFileSync } from 'node:fs';
import { NormalizedSchema } from '@smithy/core/schema';
import type { SomeOperation } from './services.ts';

/** A text of an answer, wherever it stands there. */
export interface TextMember {
  /** Such as `Reservations.Instances.State.Name`; lists have no place of their own in it. */
  readonly path: string;
  /** Whether AWS names the values that it has. */
  readonly isEnum: boolean;
}

/** Structure and member of every enumeration of one service, such as `InstanceState.Name`. */
export type EnumMembers = ReadonlySet<string>;

/**
 * The SDK's schemas do not tell enumerations from other texts; its declarations do.
 * @param client such as `@aws-sdk/client-ec2`
 */
export function enumMembersOf(client: string): EnumMembers {
  const folder = new URL(`../../node_modules/${client}/dist-types/models/`, import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.d.ts'));
  const text = files.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n');
  const enums = new Set(
    [...text.matchAll(/^export declare const (\w+): \{$/gm)].map(([, name]) => name),
  );
  const members = new Set<string>();
  for (const [, structure, body] of text.matchAll(/^export interface (\w+)[^{]*\{$(.*?)^\}$/gms)) {
    for (const [, member, type] of (body ?? '').matchAll(/^ {4}(\w+)\??: (\w+)/gm)) {
      if (enums.has(type)) members.add(`${structure}.${member}`);
    }
  }
  return members;
}

/** The SDK exports the schema of each operation under its name and a dollar sign; the sixth entry is the answer's. */
export function answerSchemaOf(sdk: object, { name }: Pick<SomeOperation, 'name'>) {
  const schema: unknown = Reflect.get(sdk, `${name}$`);
  if (!Array.isArray(schema)) throw new Error(`the SDK exports no schema of ${name}`);
  return NormalizedSchema.of(schema[5]);
}

/** The texts that the answers hold, and the enumerations that they could hold where they are. */
export function textMembersOf(
  answers: readonly unknown[],
  schema: NormalizedSchema,
  enums: EnumMembers,
): readonly TextMember[] {
  const found = new Map<string, TextMember>();
  for (const answer of answers) {
    change(answer, schema, enums, (member) => {
      found.set(member.path, member);
      return undefined;
    });
  }
  return [...found.values()];
}

/** The answer with the value in place of the text, wherever the member stands; an enumeration is put in where it lacks. */
export function withText(
  answer: unknown,
  schema: NormalizedSchema,
  enums: EnumMembers,
  given: { readonly path: string; readonly value: string },
): unknown {
  return change(answer, schema, enums, ({ path }) =>
    path === given.path ? given.value : undefined,
  );
}

/** Walks answer and schema together; what `replace` gives stands in place of a text. */
function change(
  whole: unknown,
  schema: NormalizedSchema,
  enums: EnumMembers,
  replace: (member: TextMember) => string | undefined,
): unknown {
  const walk = (value: unknown, at: NormalizedSchema, path: string, isEnum: boolean): unknown => {
    if (at.isListSchema()) {
      if (!Array.isArray(value)) return value;
      return value.map((item) => walk(item, at.getValueSchema(), path, isEnum));
    }
    if (at.isStructSchema()) {
      if (typeof value !== 'object' || value === null) return value;
      const members = new Map<string, unknown>(Object.entries(value));
      for (const [key, member] of at.structIterator()) {
        const of = enums.has(`${at.getName() ?? ''}.${key}`);
        const within = path === '' ? key : `${path}.${key}`;
        const changed = walk(members.get(key), member, within, of);
        if (changed !== undefined) members.set(key, changed);
      }
      return Object.fromEntries(members);
    }
    if (!at.isStringSchema()) return value;
    if (value === undefined && !isEnum) return value;
    return replace({ path, isEnum }) ?? value;
  };
  return walk(whole, schema, '', false);
}
