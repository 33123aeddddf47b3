/** Identity policies that give all actions of a service, whatever the resource and the condition. */
import { everyAction, globsOf } from './coverage.ts';
import type { PatternSet, Policy, Statement } from './document.ts';
import { covers } from './match.ts';
import { listed, statementLabel } from './text.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Finds the Allow statements that take in every action of a service: `s3:*` in any spelling, or `NotAction`, which gives
 * all services but those it names. Security Hub, IAM.21, looks at neither resources nor conditions. Each reason names one
 * statement.
 */
export function readServiceWildcards({ statements }: Policy): readonly string[] {
  return statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap((statement) => {
      const what = wholeServices(statement);
      return what === undefined ? [] : [`${statementLabel(statement)} allows ${what}`];
    });
}

function wholeServices({ actions }: Statement): string | undefined {
  if (actions.mode === 'except') return allBut(actions);
  const rests = new Map<string, string[]>();
  for (const glob of globsOf(actions)) {
    const colon = glob.indexOf(':');
    const service = colon < 0 ? glob : glob.slice(0, colon);
    rests.set(service, [...(rests.get(service) ?? []), colon < 0 ? '*' : glob.slice(colon + 1)]);
  }
  const whole = [...rests].filter(([, globs]) => takesAll(globs)).map(([service]) => service);
  if (whole.length === 0) return undefined;
  return whole.includes('*') ? 'every action of every service' : `every action of ${listed(whole)}`;
}

/** Every action of a service begins with a letter, and has three characters at least. */
function takesAll(globs: readonly string[]): boolean {
  return [...LETTERS].every((letter) => globs.some((glob) => covers(glob, `${letter}??*`)));
}

function allBut(actions: PatternSet): string | undefined {
  if (everyAction(globsOf(actions))) return undefined;
  const named = listed(actions.patterns.map(({ text }) => text));
  return `every action of every service except ${named === '' ? 'none' : named}`;
}
