/** Whoever writes a script against the report reads its schema: it says of every member what that is. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const file = new URL('../../docs/report.schema.json', import.meta.url);
const schema: unknown = JSON.parse(readFileSync(file, 'utf8'));

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** Words of a JSON Schema that hold conditions on members that are described elsewhere. */
const conditions = new Set(['if', 'then', 'else', 'anyOf', 'not', 'dependentSchemas']);

/** Every property that the schema declares, by its path. */
function* propertiesIn(node: unknown, path: string): Generator<readonly [string, unknown]> {
  for (const [name, property] of entriesOf(memberOf(node, 'properties'))) {
    yield [`${path}.${name}`, property];
  }
  for (const [word, child] of entriesOf(node)) {
    if (conditions.has(word)) continue;
    if (word === 'properties' || word === '$defs') {
      for (const [name, each] of entriesOf(child)) yield* propertiesIn(each, `${path}.${name}`);
    } else if (typeof child === 'object' && !Array.isArray(child)) {
      yield* propertiesIn(child, path);
    }
  }
}

/** Its own, or that of the definition that it refers to. */
function descriptionOf(property: unknown): unknown {
  const own = memberOf(property, 'description');
  const reference = memberOf(property, '$ref');
  if (own !== undefined || typeof reference !== 'string') return own;
  return descriptionOf(memberOf(memberOf(schema, '$defs'), reference.replace('#/$defs/', '')));
}

const properties = [...propertiesIn(schema, 'report')];

it('every member of the report is described', () => {
  expect(properties.length).toBeGreaterThan(150);
  const silent = properties.filter(([, property]) => {
    const description = descriptionOf(property);
    return typeof description !== 'string' || !/^\S.{2,}\S$/.test(description);
  });
  expect(silent.map(([path]) => path)).toEqual([]);
});

it('every object of the report lists its members, or says that they are free', () => {
  const open = properties.filter(
    ([, property]) =>
      memberOf(property, 'type') === 'object' &&
      memberOf(property, 'additionalProperties') === undefined,
  );
  expect(open.map(([path]) => path)).toEqual([]);
});
