/** What holds for every service of src/collectors: its facts, its operations and its collectors agree. */
import { describe, expect, it } from 'vitest';
import { type Collector, collectorOf } from '../../src/collect/collector.ts';
import { discoveryCalls } from '../../src/plan/discovery-calls.ts';
import { directoryCalls } from '../../src/run/fleet/organization.ts';
import { allServices } from '../support/services.ts';

const services = await allServices();
const factsOf = new Map(
  services.flatMap(({ services: own }) => own.map((each) => [each.id, each])),
);

describe.each(services.map((service) => ({ name: service.folder, ...service })))(
  '$name',
  ({ folder, services: own, operations, collectors }) => {
    it('is one service, named as its folder', () => {
      expect(own.map(({ id }) => id)).toEqual([folder]);
      expect(operations.map(({ service }) => service).filter((id) => id !== folder)).toEqual([]);
    });

    it('has rates for operations that it declares, each with a source and no higher than the burst allows', () => {
      const declared = new Set(['usual', ...operations.map(({ name }) => name)]);
      for (const { rates } of own) {
        expect(Object.keys(rates).filter((name) => !declared.has(name))).toEqual([]);
        for (const rate of Object.values(rates)) {
          expect(rate.refill).toBeGreaterThan(0);
          expect(rate.burst).toBeGreaterThanOrEqual(1);
          expect(rate.source).toMatch(/\S{3}/);
        }
      }
    });

    it('declares each operation once, with an IAM action of its own prefix', () => {
      const names = operations.map(({ name }) => name);
      expect(names).toEqual([...new Set(names)]);
      for (const { iamPrefix } of own) {
        const strange = operations.filter(({ action }) => !action.startsWith(`${iamPrefix}:`));
        expect(strange.map(({ name, action }) => `${name} needs ${action}`)).toEqual([]);
      }
    });

    it('has collectors of the services of the matrix that it configures', () => {
      const matrix = own.flatMap((each) => each.matrix);
      const strange = collectors.filter(({ service }) => !matrix.includes(service));
      expect(strange.map(({ id, service }) => `${id}: ${service}`)).toEqual([]);
    });
  },
);

it('a service that answers for the whole account is asked once, not in every Region', () => {
  const all = withNeeds(services.flatMap(({ collectors }) => collectors));
  const regional = all.filter(({ scope }) => scope === 'regional');
  const global = regional.flatMap(({ id, calls }) =>
    calls
      .filter(({ service }) => factsOf.get(service)?.scope !== 'regional')
      .map(({ service, name }) => `${id} sends ${service}:${name}`),
  );
  expect(global).toEqual([]);
});

it('every operation that is declared is sent by a collector, at the start of a scan, or to list accounts', () => {
  const collectors = withNeeds(services.flatMap((service) => service.collectors));
  const sent = new Set<unknown>([
    ...discoveryCalls(collectors),
    ...directoryCalls,
    ...collectors.flatMap(({ calls }) => calls),
  ]);
  const idle = services
    .flatMap(({ operations }) => operations)
    .filter((operation) => !sent.has(operation));
  expect(idle.map(({ service, name }) => `${service}:${name}`)).toEqual([]);
});

it('collectors have an id each of their own', () => {
  const ids = withNeeds(services.flatMap(({ collectors }) => collectors)).map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

/** Those that a file exports, and those that it keeps to itself. */
function withNeeds(exported: readonly Collector<unknown>[]): readonly Collector<unknown>[] {
  const found = new Set<Collector<unknown>>();
  const add = (collector: Collector<unknown>) => {
    if (found.has(collector)) return;
    found.add(collector);
    for (const need of Object.values(collector.needs)) {
      add(collectorOf(need));
    }
  };
  exported.forEach(add);
  return [...found];
}
