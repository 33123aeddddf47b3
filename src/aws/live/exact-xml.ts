/**
 * What AWS's XML says, and no more. The SDK turns text into what the schema wants: `<Enabled>maybe</Enabled>` and
 * `<Enabled/>` into false, `<Age/>` into 0, text in the place of a structure into an empty one. Here such a text stays the
 * text that it is, which the guard of answers (answers/guard.ts) does not let through.
 */
import { NormalizedSchema } from '@smithy/core/schema';
import type { SchemaRef } from '@smithy/types';

/** Makes a client of a service that speaks XML read exactly. @param config the client's resolved configuration */
export function readExactly(config: object): void {
  const reader = xmlReaderOf(config);
  const read: unknown = reader && Reflect.get(reader, member);
  if (!reader || typeof read !== 'function') return;
  const exactly = (schema: SchemaRef, value: unknown): unknown => {
    if (typeof value === 'string' && !isMeant(value, NormalizedSchema.of(schema))) return value;
    return Reflect.apply(read, reader, [schema, value]);
  };
  Reflect.set(reader, member, exactly);
}

/** How the SDK's reader of XML calls what reads one value; it calls itself by it for each value within. */
const member = 'readSchema';

/** The reader of XML; undefined where the service speaks JSON, whose values keep their types. */
function xmlReaderOf(config: object): object | undefined {
  const ofProtocol = within(within(config, 'protocol'), 'deserializer');
  const reader = within(ofProtocol, 'codecDeserializer') ?? ofProtocol;
  return reader && member in reader ? reader : undefined;
}

function within(holder: object | undefined, name: string): object | undefined {
  const value: unknown = holder && Reflect.get(holder, name);
  return typeof value === 'object' && value !== null ? value : undefined;
}

/** Whether the text is one of the schema's. An empty element is an empty list or structure, and no number. */
function isMeant(text: string, schema: NormalizedSchema): boolean {
  if (schema.isBooleanSchema()) return /^(true|false)$/i.test(text);
  if (schema.isNumericSchema()) return text.trim() !== '' && !Number.isNaN(Number(text));
  if (schema.isListSchema() || schema.isMapSchema() || schema.isStructSchema()) {
    return text.trim() === '';
  }
  return true;
}
