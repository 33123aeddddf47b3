/**
 * An account that nobody has and nobody read: as many resources and calls as come with a number of findings, under names,
 * ids and hashes as AWS gives them.
 */
import type { Ledger } from '../../src/aws/evidence/ledger.ts';
import { callId } from '../../src/aws/evidence/ledger.ts';
import { sha256 } from '../../src/aws/evidence/canonical.ts';
import type { Resource } from '../../src/collect/collector.ts';
import { GetBucketVersioning } from '../../src/collectors/s3/operations.ts';
import type { Check } from '../../src/judge/check.ts';
import type { Source } from '../../src/observe/observed.ts';
import { homeRegion, regions } from '../account/regions.ts';
import { createDice, type Dice, uuid } from './dice.ts';
import { type Kind, kinds } from './kinds.ts';
import { wordsOf } from './words.ts';

export const account = '111122223333';
export const startedAt = new Date('2026-11-22T12:00:00Z');

/** A resource, and the calls that tell of it: a page of a list, and those about it alone. */
export interface Made {
  readonly resource: Resource;
  readonly listed: Source;
  readonly asked: readonly Source[];
}

export interface MadeAccount {
  /** By the id of the collector; the lists of other collectors are empty. */
  readonly made: ReadonlyMap<string, readonly Made[]>;
  /** The calls by which the list of a collector was read, one for each Region. */
  readonly lists: ReadonlyMap<string, readonly Source[]>;
}

/** Resources that one page of a list holds. */
const pageSize = 1000;

export function makeAccount(
  findings: number,
  checks: readonly Check[],
  ledger: Ledger,
): MadeAccount {
  const dice = createDice(20_261_122);
  const write = createCalls(dice, ledger);
  const counts = countsFor(findings, checks);
  const made = new Map<string, readonly Made[]>();
  const arns = new Set<string>();
  for (const kind of kinds) {
    const place = new Map<string, { readonly count: number; readonly page: Source | undefined }>();
    const all = Array.from({ length: counts.get(kind) ?? 0 }, (): Made => {
      const resource = newResource(kind, dice, arns);
      const { region } = resource;
      const from = kind.isGlobal ? 'global' : region;
      const there = place.get(from) ?? { count: 0, page: undefined };
      const page =
        there.page === undefined || there.count % pageSize === 0
          ? listPage(write, kind, from, there.count / pageSize, dice)
          : there.page;
      place.set(from, { count: there.count + 1, page });
      return {
        resource,
        listed: page,
        asked: callsAbout(resource, kind, from, write, dice),
      };
    });
    made.set(kind.list, all);
  }
  return { made, lists: new Map(checks.map(({ evaluates }) => listsOf(evaluates, write))) };
}

type Write = (
  service: string,
  operation: string,
  region: string,
  input: Readonly<Record<string, string>>,
  answer?: string,
) => Source;

function callsAbout({ arn, name }: Resource, kind: Kind, from: string, write: Write, dice: Dice) {
  const { by, own, alike } = kind.asked ?? { by: '', own: [], alike: [] };
  const input = { [by]: by.endsWith('Arn') ? arn : name };
  const service = serviceOf(kind);
  return [
    ...own.map((operation) => write(service, operation, from, input)),
    ...alike.map((operation) => {
      const answer = sha256(`${operation} ${dice.below(dice.below(12) + 1)}`);
      return write(service, operation, from, input, answer);
    }),
  ];
}

/** A list of what the account has none of is answered alike everywhere, and so has one hash. */
function listsOf({ id, service, scope, calls }: Check['evaluates'], write: Write) {
  const from = scope === 'global' ? ['global'] : regions;
  const operation = calls[0]?.name ?? 'GetAccount';
  const answer = sha256(`${operation} is empty`);
  return [id, from.map((region) => write(service, operation, region, {}, answer))] as const;
}

/** Each page but the first is asked for by an opaque token, as EC2 gives them. */
function listPage(write: Write, kind: Kind, region: string, page: number, dice: Dice): Source {
  const MaxResults = String(pageSize);
  const NextToken = Buffer.from(dice.text(180, '\u0001azAZ09+/')).toString('base64');
  const input = page === 0 ? { MaxResults } : { MaxResults, NextToken };
  return write(serviceOf(kind), `Describe ${kind.list}`, region, input);
}

function serviceOf({ list }: Kind): string {
  return list.slice(0, list.indexOf('.'));
}

function createCalls(dice: Dice, ledger: Ledger): Write {
  const known = new Map<string, Source>();
  return (service, named, region, input, answer = '') => {
    const operation = named.replace(/[ .-]+(\w)/g, (_, letter: string) => letter.toUpperCase());
    const text = JSON.stringify(input);
    const id = callId(service, operation, region, text);
    const there = known.get(id);
    if (there) return there;
    const source = { id, service, operation, region, regional: region !== 'global' };
    const at = new Date(startedAt.getTime() + known.size * 7 + dice.below(60)).toISOString();
    const requestId =
      service === 's3' ? dice.text(16, '0123456789ABCDEFGHJKMNPQRSTVWXYZ') : uuid(dice);
    const how = { at, requestId, attempts: dice.percent(1) ? 2 : 1, answer: '{}' };
    const hash = answer === '' ? sha256(`${id} ${requestId}`) : answer;
    const record = { ...source, ...how, input: text, sha256: hash };
    const action = `${service}:${operation}`;
    ledger.add(record, { ...GetBucketVersioning, name: operation, action }, 'ok', source.regional);
    known.set(id, source);
    return source;
  };
}

/** No ARN twice: what is judged twice by one check is one finding. */
function newResource(kind: Kind, dice: Dice, arns: Set<string>): Resource {
  for (;;) {
    const resource = resourceOf(kind, dice);
    if (!arns.has(resource.arn)) {
      arns.add(resource.arn);
      return resource;
    }
  }
}

function resourceOf(kind: Kind, dice: Dice): Resource {
  const region = dice.percent(50) ? homeRegion : dice.pick(regions);
  const words = wordsOf(dice);
  const id = kind.id(dice, words);
  const prefix = kind.prefix
    .replace('*:', `${region}:${account}:`)
    .replace('iam::', `iam::${account}:`);
  return {
    arn: `arn:aws:${prefix}${id}`,
    type: kind.type,
    name: kind.name?.(id, words) ?? id,
    region,
  };
}

/** From the smaller account, at 0, to the larger, at 1, and beyond; below 0 each kind shrinks alike. */
function countAt({ counts: [small, large] }: Kind, step: number): number {
  return Math.ceil(step < 0 ? small * 10 ** step : small * (large / small) ** step);
}

/** As many of each kind as make so many findings: a walk between the two accounts, each kind by its own growth. */
function countsFor(findings: number, checks: readonly Check[]): ReadonlyMap<Kind, number> {
  const judged = new Map(
    kinds.map(({ list }) => [list, checks.filter(({ evaluates }) => evaluates.id === list).length]),
  );
  // What is not judged of a kind is judged of the account, once in each Region.
  const ofLists = checks
    .filter(({ evaluates }) => !judged.has(evaluates.id))
    .reduce((sum, { evaluates }) => sum + (evaluates.scope === 'global' ? 1 : regions.length), 0);
  const findingsAt = (step: number) =>
    kinds.reduce((sum, kind) => sum + countAt(kind, step) * (judged.get(kind.list) ?? 0), ofLists);
  let [low, high] = [-6, 6];
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (findingsAt(middle) < findings) low = middle;
    else high = middle;
  }
  return new Map(kinds.map((kind) => [kind, countAt(kind, high)]));
}
