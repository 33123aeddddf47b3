/**
 * Writes an output of the SDK as AWS sends it. How a member is named on the wire, and how a list of it is wrapped, is
 * in the schemas that the SDK reads answers with; so nothing of the protocols is written down here twice.
 */
import { NormalizedSchema } from '@smithy/core/schema';
import type { StaticOperationSchema } from '@smithy/types';
import { success, text, xml } from '../../emulator/gate/answer.ts';
import type { Answer } from '../../emulator/gate/answer.ts';
import type { AwsRequest } from '../../emulator/gate/request.ts';

/** Turns a value into the inside of an XML element, or into JSON. */
type Writer = (value: unknown) => string;

/** The whole answer to a request, from what the SDK's module has under the operation's name. */
export function render(sdk: object, request: AwsRequest, output: object): Answer {
  const operation: unknown = Reflect.get(sdk, `${request.operation}$`);
  if (!isOperation(operation)) throw new Error(`The SDK knows no ${request.operation}.`);
  const schema = NormalizedSchema.of(operation[5]);
  switch (request.protocol) {
    case 'ec2':
    case 'query':
      return success(request, xmlWriter(schema)(output));
    case 'json':
      return text(200, request.contentType, jsonWriter(schema)(output));
    case 'rest-json':
      return text(200, 'application/json', jsonWriter(schema)(output));
    case 'rest-xml':
      return restXml(schema, output, request);
  }
}

function isOperation(value: unknown): value is StaticOperationSchema {
  return Array.isArray(value) && value[0] === 9;
}

/** A member that is the whole body stands alone: a policy is text, a configuration its own root. */
function restXml(schema: NormalizedSchema, output: object, { operation }: AwsRequest): Answer {
  for (const [name, member] of schema.structIterator()) {
    if (!member.getMergedTraits().httpPayload) continue;
    const value: unknown = Reflect.get(output, name);
    const body = member.isStructSchema() ? element(name, member)(value) : String(value);
    return text(200, member.isStructSchema() ? 'application/xml' : 'application/json', body);
  }
  const root = schema.getMergedTraits().xmlName ?? `${operation}Result`;
  if (operation === 'GetBucketLocation') {
    // The one answer whose member is the root itself: Amazon S3 API reference, "GetBucketLocation".
    const location = memberOf(output, root);
    const inside = typeof location === 'string' ? xml(location) : '';
    return text(200, 'application/xml', `<${root}>${inside}</${root}>`);
  }
  return text(200, 'application/xml', `<${root}>${xmlWriter(schema)(output)}</${root}>`);
}

const xmlWriters = new Map<unknown, Writer>();
const jsonWriters = new Map<unknown, Writer>();

/** Keeps the writer of each schema: a page has thousands of the same. */
function kept(
  writers: Map<unknown, Writer>,
  schema: NormalizedSchema,
  make: (schema: NormalizedSchema) => Writer,
): Writer {
  const key = schema.getSchema();
  const known = writers.get(key);
  if (known) return known;
  const writer = make(schema);
  writers.set(key, writer);
  return writer;
}

function xmlWriter(schema: NormalizedSchema): Writer {
  if (schema.isStructSchema()) return kept(xmlWriters, schema, xmlStruct);
  if (schema.isMapSchema()) {
    const key = element('key', schema.getKeySchema());
    const value = element('value', schema.getValueSchema());
    return (map) =>
      members(map)
        .map(([name, each]) => `<entry>${key(name)}${value(each)}</entry>`)
        .join('');
  }
  if (schema.isTimestampSchema()) return (value) => dateOf(value).toISOString();
  if (schema.isBlobSchema()) return base64;
  return (value) => xml(String(value));
}

function xmlStruct(schema: NormalizedSchema): Writer {
  // The members are found at the first use: a structure may hold itself.
  let writers: (readonly [string, Writer])[] | undefined;
  return (value) => {
    writers ??= [...schema.structIterator()]
      .filter(([, member]) => !member.getMergedTraits().xmlAttribute)
      .map(([name, member]) => [name, element(name, member)] as const);
    return writers
      .map(([name, write]) => {
        const member = memberOf(value, name);
        return member === undefined ? '' : write(member);
      })
      .join('');
  };
}

function element(memberName: string, schema: NormalizedSchema): Writer {
  const { xmlName: name = memberName, xmlFlattened } = schema.getMergedTraits();
  if (schema.isListSchema()) {
    const item = schema.getValueSchema();
    const itemName = xmlFlattened ? name : (item.getMergedTraits().xmlName ?? 'member');
    const write = xmlWriter(item);
    return (list) => {
      const items = itemsOf(list).map((each) => `<${itemName}>${write(each)}</${itemName}>`);
      return xmlFlattened ? items.join('') : `<${name}>${items.join('')}</${name}>`;
    };
  }
  const write = xmlWriter(schema);
  const attributes = attributesOf(schema);
  return (value) => `<${name}${attributes(value)}>${write(value)}</${name}>`;
}

/** S3 tells the kind of a grantee in an attribute of another namespace. */
function attributesOf(schema: NormalizedSchema): Writer {
  if (!schema.isStructSchema()) return () => '';
  const { xmlNamespace } = schema.getMergedTraits();
  const named = [...schema.structIterator()].flatMap(([name, member]) => {
    const { xmlAttribute, xmlName } = member.getMergedTraits();
    return xmlAttribute ? [[name, xmlName ?? name] as const] : [];
  });
  if (named.length === 0) return () => '';
  const space = Array.isArray(xmlNamespace) ? ` xmlns:${xmlNamespace[0]}="${xmlNamespace[1]}"` : '';
  return (value) =>
    space + named.map(([from, to]) => ` ${to}="${xml(String(memberOf(value, from)))}"`).join('');
}

/** The three ways in which JSON tells a time: Smithy, "timestampFormat trait"; 5 is date-time in the SDK's schemas. */
const dateTime = 5;

function jsonWriter(schema: NormalizedSchema): Writer {
  if (schema.isStructSchema()) return kept(jsonWriters, schema, jsonStruct);
  if (schema.isListSchema()) {
    const item = jsonWriter(schema.getValueSchema());
    return (list) => `[${itemsOf(list).map(item).join(',')}]`;
  }
  if (schema.isMapSchema()) {
    const value = jsonWriter(schema.getValueSchema());
    return (map) =>
      `{${members(map)
        .map(([name, each]) => `${JSON.stringify(name)}:${value(each)}`)
        .join(',')}}`;
  }
  if (schema.isTimestampSchema()) {
    const isText = schema.getSchema() === dateTime;
    return (value) =>
      isText ? JSON.stringify(dateOf(value)) : String(dateOf(value).getTime() / 1000);
  }
  if (schema.isBlobSchema()) return (value) => `"${base64(value)}"`;
  return (value) => JSON.stringify(value);
}

function jsonStruct(schema: NormalizedSchema): Writer {
  let writers: (readonly [string, string, Writer])[] | undefined;
  return (value) => {
    writers ??= [...schema.structIterator()].map(([name, member]) => {
      const { jsonName } = member.getMergedTraits();
      return [name, JSON.stringify(jsonName ?? name), jsonWriter(member)] as const;
    });
    const told = writers.flatMap(([name, key, write]) => {
      const member = memberOf(value, name);
      return member === undefined ? [] : [`${key}:${write(member)}`];
    });
    return `{${told.join(',')}}`;
  };
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null)
    throw new Error(`${name} is asked of no object.`);
  return Reflect.get(value, name);
}

function members(map: unknown): [string, unknown][] {
  if (typeof map !== 'object' || map === null) throw new Error('A map was expected.');
  return Object.entries(map);
}

function itemsOf(list: unknown): readonly unknown[] {
  if (!Array.isArray(list)) throw new Error('A list was expected.');
  return list;
}

function dateOf(value: unknown): Date {
  if (!(value instanceof Date)) throw new Error('A date was expected.');
  return value;
}

function base64(value: unknown): string {
  if (!(value instanceof Uint8Array)) throw new Error('Bytes were expected.');
  return Buffer.from(value).toString('base64');
}
