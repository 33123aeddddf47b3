/** The schemas of standards, as their publishers wrote them (test/schemas), and what they find wrong with a document. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import AjvDraft04 from 'ajv-draft-04';
import ajvFormats from 'ajv-formats';

/** Says what a schema finds wrong; nothing where the document keeps to it. */
export type Faults = (document: unknown) => readonly unknown[];

/** Draft-04, as SARIF's. */
export function draft04(file: string): Faults {
  const ajv = new AjvDraft04.default({ allErrors: true });
  ajvFormats.default(ajv);
  return faultsBy(ajv.compile(schemaOf(file)));
}

/** Draft-04 as it is generated from protobuf: `bytes` are of a format that JSON Schema does not know. */
export function draft04OfProtobuf(file: string): Faults {
  const ajv = new AjvDraft04.default({ allErrors: true, strict: false });
  ajv.addFormat('binary', /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/);
  return faultsBy(ajv.compile(schemaOf(file)));
}

/** Draft-07, as OSCAL's and the one that was made of ASFF's shapes; some name a pattern and no type. */
export function draft07(file: string): Faults {
  const ajv = new Ajv({ allErrors: true, strictTypes: false });
  ajvFormats.default(ajv);
  return faultsBy(ajv.compile(schemaOf(file)));
}

/** 2020-12, as OCSF's: its types may be unions, which strict mode refuses. */
export function draft2020(file: string): Faults {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  ajvFormats.default(ajv);
  return faultsBy(ajv.compile(schemaOf(file)));
}

function faultsBy(validate: ReturnType<Ajv['compile']>): Faults {
  return (document) => {
    const isValid = validate(document);
    return isValid === true ? [] : (validate.errors ?? [document]);
  };
}

function schemaOf(file: string): object {
  const schema: object = JSON.parse(
    readFileSync(new URL(`../schemas/${file}`, import.meta.url), 'utf8'),
  );
  return schema;
}
