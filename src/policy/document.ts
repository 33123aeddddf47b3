import { normaliseGlob } from './match.ts';
import { parseOperator } from './operators.ts';
import type { ConditionOperator } from './operators.ts';

/** An action or resource pattern: `text` as it was written, `glob` as it is compared. */
export interface PolicyPattern {
  readonly text: string;
  readonly glob: string;
}

/** What `Action` or `Resource` lists (`only`), or what `NotAction` or `NotResource` leaves out (`except`). */
export interface PatternSet {
  readonly mode: 'only' | 'except';
  readonly patterns: readonly PolicyPattern[];
}

/** One principal; `"*"` alone is kept as type AWS, which IAM treats alike in resource policies. */
export interface Principal {
  readonly type: 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';
  readonly value: string;
}

/** What `Principal` names (`only`), or what `NotPrincipal` leaves out (`except`). */
export interface PrincipalSet {
  readonly mode: 'only' | 'except';
  readonly principals: readonly Principal[];
}

/** One line of a `Condition` block: the key in lower case, all values as text. */
export interface Condition {
  readonly operator: ConditionOperator;
  readonly key: string;
  readonly values: readonly string[];
}

/** One statement of a policy. */
export interface Statement {
  /** The place in the document, from 1. */
  readonly index: number;
  readonly sid: string | undefined;
  readonly effect: 'Allow' | 'Deny';
  /** Absent in identity policies. */
  readonly principal: PrincipalSet | undefined;
  /** Globs in lower case; a lone `*` is kept as `*:*`. */
  readonly actions: PatternSet;
  /** Absent in trust policies and in policies of repositories: then it is whatever the policy is attached to. */
  readonly resources: PatternSet | undefined;
  /** All of them must hold for the statement to apply. */
  readonly conditions: readonly Condition[];
}

/** A policy document in one spelling. */
export interface Policy {
  readonly statements: readonly Statement[];
}

/** The outcome of reading a document. A fault never quotes the document. */
export type ParsedPolicy =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly fault: string };

// Well above the largest quota of any AWS policy, also when percent-encoded or with the white space that IAM does not count.
const MAX_DOCUMENT = 256 * 1024;
// The largest quota itself: 100 KiB for the access policy of a domain (Amazon OpenSearch Service quotas).
const MAX_TEXT = 100 * 1024;
const MAX_ACTION = 512;
const MAX_RESOURCE = 4096;

const VERSIONS = new Set<unknown>([undefined, '2008-10-17', '2012-10-17']);
const DOCUMENT_ELEMENTS = new Set(['Version', 'Id', 'Statement']);
const STATEMENT_ELEMENTS = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);

/**
 * Reads a policy document, given as JSON or, as IAM answers it, as percent-encoded JSON. What IAM may write in several
 * ways is brought into one. Whatever the grammar of IAM does not know is a fault, because a policy that is only half
 * understood must not be judged (AWS docs, IAM user guide, "Grammar of the IAM JSON policy language").
 */
export function parsePolicy(text: string): ParsedPolicy {
  if (text.length > MAX_DOCUMENT) return fault('the policy is longer than any policy AWS accepts');
  const json = decode(text);
  if (json === undefined) return fault('the policy is not valid percent-encoded text');
  const parsed = parseJson(json);
  if (!parsed.ok) return fault('the policy is not valid JSON');
  try {
    const policy = readDocument(parsed.value);
    if (textIn(policy) > MAX_TEXT) return fault('the policy says more than any policy AWS accepts');
    return { ok: true, policy };
  } catch (error) {
    if (error instanceof Error && error.name === FAULT) return fault(error.message);
    throw error;
  }
}

function fault(message: string): ParsedPolicy {
  return { ok: false, fault: message };
}

function decode(text: string): string | undefined {
  const trimmed = text.trim();
  if (!trimmed.startsWith('%')) return trimmed;
  try {
    return decodeURIComponent(trimmed);
  } catch {
    return undefined;
  }
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch {
    return { ok: false };
  }
}

const FAULT = 'PolicyFault';

function malformed(message: string): Error {
  const error = new Error(message);
  error.name = FAULT;
  return error;
}

function readDocument(value: unknown): Policy {
  if (!isRecord(value)) throw malformed('the policy is not a JSON object');
  requireKnown(value, DOCUMENT_ELEMENTS, 'the policy');
  if (!VERSIONS.has(value['Version'])) throw malformed('the policy has an unknown Version');
  const statements = value['Statement'];
  if (statements === undefined) throw malformed('the policy has no Statement');
  const list: readonly unknown[] = Array.isArray(statements) ? statements : [statements];
  return { statements: list.map((statement, at) => readStatement(statement, at + 1)) };
}

/** The characters that a policy must have at least: what is compared, without names, signs and white space. */
function textIn({ statements }: Policy): number {
  const texts = statements.flatMap(({ principal, actions, resources, conditions }) => [
    ...(principal?.principals ?? []).map(({ value }) => value),
    ...[...actions.patterns, ...(resources?.patterns ?? [])].map(({ text }) => text),
    ...conditions.flatMap(({ key, values }) => [key, ...values]),
  ]);
  return texts.reduce((sum, text) => sum + text.length, texts.length);
}

function readStatement(value: unknown, index: number): Statement {
  const where = `statement ${index}`;
  if (!isRecord(value)) throw malformed(`${where} is not a JSON object`);
  requireKnown(value, STATEMENT_ELEMENTS, where);
  const sid = value['Sid'];
  if (sid !== undefined && typeof sid !== 'string') throw malformed(`${where}: Sid is not text`);
  const effect = value['Effect'];
  if (effect !== 'Allow' && effect !== 'Deny') {
    throw malformed(`${where}: Effect is neither Allow nor Deny`);
  }
  const actions = readPatterns(value, 'Action', where, actionGlob, MAX_ACTION);
  if (actions === undefined) throw malformed(`${where} has no Action`);
  return {
    index,
    sid: sid === '' ? undefined : sid,
    effect,
    principal: readPrincipals(value, where),
    actions,
    resources: readPatterns(value, 'Resource', where, normaliseGlob, MAX_RESOURCE),
    conditions: readConditions(value['Condition'], where),
  };
}

function actionGlob(text: string): string {
  const glob = normaliseGlob(text.toLowerCase());
  return glob === '*' ? '*:*' : glob;
}

function readPatterns(
  statement: Record<string, unknown>,
  element: 'Action' | 'Resource',
  where: string,
  toGlob: (text: string) => string,
  maxLength: number,
): PatternSet | undefined {
  const chosen = exactlyOne(statement, element, where);
  if (chosen === undefined) return undefined;
  const texts = readTexts(chosen.value, `${where}: ${element}`);
  if (texts.some((text) => text.length > maxLength)) {
    throw malformed(`${where}: ${element} is longer than AWS accepts`);
  }
  return { mode: chosen.mode, patterns: texts.map((text) => ({ text, glob: toGlob(text) })) };
}

function exactlyOne(
  statement: Record<string, unknown>,
  element: 'Action' | 'Resource' | 'Principal',
  where: string,
): { mode: 'only' | 'except'; value: unknown } | undefined {
  const only = statement[element];
  const except = statement[`Not${element}`];
  if (only !== undefined && except !== undefined) {
    throw malformed(`${where} has both ${element} and Not${element}`);
  }
  if (only !== undefined) return { mode: 'only', value: only };
  if (except !== undefined) return { mode: 'except', value: except };
  return undefined;
}

function readPrincipals(
  statement: Record<string, unknown>,
  where: string,
): PrincipalSet | undefined {
  const chosen = exactlyOne(statement, 'Principal', where);
  if (chosen === undefined) return undefined;
  const { mode, value } = chosen;
  if (value === '*') return { mode, principals: [{ type: 'AWS', value: '*' }] };
  if (!isRecord(value)) throw malformed(`${where}: Principal is neither * nor an object`);
  const principals = Object.entries(value).flatMap(([type, values]) => {
    if (!isPrincipalType(type)) throw malformed(`${where}: Principal has an unknown type`);
    return readTexts(values, `${where}: Principal`).map((text) => ({ type, value: text }));
  });
  return { mode, principals };
}

function isPrincipalType(value: string): value is Principal['type'] {
  return ['AWS', 'Service', 'Federated', 'CanonicalUser'].includes(value);
}

function readConditions(value: unknown, where: string): readonly Condition[] {
  if (value === undefined) return [];
  if (!isRecord(value)) throw malformed(`${where}: Condition is not an object`);
  return Object.entries(value).flatMap(([name, block]) => {
    const operator = parseOperator(name);
    if (operator === undefined) throw malformed(`${where}: unknown condition operator`);
    if (!isRecord(block)) throw malformed(`${where}: Condition is not an object of keys`);
    return Object.entries(block).map(([key, values]) => ({
      operator,
      key: key.toLowerCase(),
      values: readValues(values, where),
    }));
  });
}

function readValues(value: unknown, where: string): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((item) => {
    if (typeof item === 'string') return item;
    if (typeof item === 'boolean' || typeof item === 'number') return String(item);
    throw malformed(`${where}: a condition value is not text`);
  });
}

function readTexts(value: unknown, where: string): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((item) => {
    if (typeof item === 'string' && item !== '') return item;
    throw malformed(`${where} is not text or a list of text`);
  });
}

function requireKnown(
  value: Record<string, unknown>,
  known: ReadonlySet<string>,
  where: string,
): void {
  if (Object.keys(value).some((key) => !known.has(key))) {
    throw malformed(`${where} has an unknown element`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The policy that a text holds, for a collector: what cannot be understood makes the answer unusable.
 *
 * @param what names it where the reason would not say: "the key policy"
 */
export function policyIn(
  text: string,
  { unusable }: { readonly unusable: (why: string) => never },
  what?: string,
): Policy {
  const parsed = parsePolicy(text);
  if (parsed.ok) return parsed.policy;
  return unusable(what === undefined ? parsed.fault : `${what}: ${parsed.fault}`);
}
