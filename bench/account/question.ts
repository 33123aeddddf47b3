/** What a request asks, whatever protocol it is written in, and how a list is cut into pages. */
import { z } from 'zod';
import type { AwsError } from '../../emulator/gate/answer.ts';
import type { AwsRequest } from '../../emulator/gate/request.ts';
import type { Size } from './sizes.ts';

/** The account that is asked. */
export interface Account {
  readonly size: Size;
  /** All dates are told from here. */
  readonly now: Date;
  /** Is told of each page that is given, by its number from 1. */
  readonly onPage: (page: number) => void;
}

/** One call, with its input by the names that stand on the wire. */
export interface Question extends Account {
  readonly region: string;
  /** Path of the URL, as it was sent. */
  readonly path: string;
  readonly text: (name: string) => string | undefined;
  readonly number: (name: string) => number | undefined;
  /** The members of a list: `Name.1`, `Name.2` or `Name.member.1`, or an array of JSON. */
  readonly texts: (name: string) => readonly string[];
}

/** An error of AWS as the answer. */
export interface Refusal {
  readonly refusal: AwsError;
}

/** Answers one operation, in the shape that the SDK has for its output. */
export type Answerer = (question: Question) => object | Refusal;
export type Answerers = Readonly<Record<string, Answerer>>;

export function refuse(
  code: string,
  status = 400,
  message = `The generated account answers ${code}.`,
): Refusal {
  return { refusal: { code, message, status } };
}

/** No operation that is asked has a structure where one is looked up by name. */
const Body = z.record(
  z.string(),
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.array(z.string()),
    z.array(z.looseObject({})),
    z.looseObject({}),
  ]),
);

/** Reads the input of a request, of which forms have all in the body and REST services all but JSON in the URL. */
export function questionOf(request: AwsRequest, account: Account): Question {
  const { url, body, protocol, region } = request;
  const isForm = protocol === 'ec2' || protocol === 'query';
  const named = isForm ? new URLSearchParams(body.toString()) : url.searchParams;
  const isJson = protocol === 'json' || protocol === 'rest-json';
  const json = isJson && body.length > 0 ? Body.parse(JSON.parse(body.toString())) : {};
  const text = (name: string): string | undefined => {
    const value = json[name] ?? named.get(name) ?? undefined;
    return typeof value === 'object' ? undefined : value?.toString();
  };
  return {
    ...account,
    region,
    path: url.pathname,
    text,
    number: (name) => {
      const value = Number(text(name) ?? Number.NaN);
      return Number.isNaN(value) ? undefined : value;
    },
    texts: (name) => {
      const value = json[name];
      if (Array.isArray(value)) return value.filter((each) => typeof each === 'string');
      return [...named].flatMap(([key, each]) =>
        new RegExp(`^${name}(\\.member)?\\.\\d+$`).test(key) ? [each] : [],
      );
    },
  };
}

/** How an operation names its pages, and how large they are. */
export interface Pages {
  readonly size: string;
  readonly token: string;
  /** The page of a request that names no size. */
  readonly usual: number;
  /** The largest that is given, whatever is asked. */
  readonly most: number;
}

/** Items from the token on, and the token of the next page where there is one. */
export interface Page<T> {
  readonly items: T[];
  readonly next: string | undefined;
}

/** Makes only the items of the page that is asked for. */
export function pageOf<T>(
  question: Question,
  pages: Pages,
  total: number,
  itemAt: (index: number) => T,
): Page<T> {
  const size = Math.min(question.number(pages.size) ?? pages.usual, pages.most);
  const begin = offsetIn(question.text(pages.token));
  const end = Math.min(total, begin + size);
  question.onPage(Number.isFinite(size) ? Math.floor(begin / size) + 1 : 1);
  const items = Array.from({ length: Math.max(0, end - begin) }, (_, at) => itemAt(begin + at));
  return { items, next: end < total ? tokenOf(end) : undefined };
}

function tokenOf(offset: number): string {
  return Buffer.from(`offset ${offset}`).toString('base64url');
}

function offsetIn(token: string | undefined): number {
  if (token === undefined) return 0;
  const offset = /^offset (\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (offset === undefined) throw new Error(`The generated account gave no token ${token}.`);
  return Number(offset);
}
