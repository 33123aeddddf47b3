/** The few calls to GitHub's REST API that the action makes, with the token of the job. */
import { readFileSync } from 'node:fs';
import { input, variable } from './runner.ts';

/** GitHub's answer to one call. `body` is parsed JSON, as GitHub sent it. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** @param path such as `issues/7/comments`, in the repository of the workflow */
export async function call(
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  body?: object,
): Promise<Answer> {
  const repository = variable('GITHUB_REPOSITORY');
  const url = new URL(
    `repos/${repository}/${path}`.replace(/\/$/, ''),
    `${variable('GITHUB_API_URL')}/`,
  );
  const response = await fetch(url, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${input('github-token')}`,
      'x-github-api-version': '2022-11-28',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

/** What set the workflow off, as GitHub wrote it down. */
export function event(): unknown {
  return JSON.parse(readFileSync(variable('GITHUB_EVENT_PATH'), 'utf8'));
}

/** A member of what GitHub said, by the names that lead to it; undefined where there is none. */
export function member(of: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined,
    of,
  );
}
