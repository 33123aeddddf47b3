/**
 * The engines behind the RDS API. It also answers for Neptune and DocumentDB, which are services of their own, and for
 * Aurora, whose division of responsibility differs from that of RDS.
 */
import type { Members } from '../../aws/reads.ts';
import type { Observed } from '../../observe/observed.ts';
import type { ServiceId } from '../../responsibilities/index.ts';

/** The families of engines: what follows the name says which edition. CreateDBInstance lists them, read 2026-11. */
const families =
  /^(aurora|postgres|mysql|mariadb|oracle|sqlserver|db2|custom-oracle|custom-sqlserver|neptune|docdb)(-|$)/;

/** An engine that is unheard of may belong to another service, or keep to other rules than those of RDS. */
export function knownEngine(engine: string, { observe, unusable }: Members): Observed<true> {
  return observe(() => families.test(engine) || unusable(`"${engine}" is no engine that is known`));
}

/** Amazon RDS API reference, "DBInstance", Engine. */
export function isNeptune(engine: string): boolean {
  return /^neptune\b/.test(engine);
}

/** The engine of Amazon DocumentDB. */
export function isDocumentDb(engine: string): boolean {
  return /^docdb\b/.test(engine);
}

/** Whether a resource of the RDS API belongs to RDS or Aurora. */
export function isRds(engine: string): boolean {
  return !isNeptune(engine) && !isDocumentDb(engine);
}

/** Aurora MySQL of the first version calls itself `aurora`; the others are `aurora-mysql` and `aurora-postgresql`. */
export function isAurora(engine: string): boolean {
  return /^aurora\b/.test(engine);
}

/** RDS Custom, where the customer administers the engine and the operating system below it. */
export function isCustom(engine: string): boolean {
  return /^custom\b/.test(engine);
}

/** The member of a resource that says that it belongs to Aurora, for those that do. */
export function serviceOf(engine: string): { readonly service?: ServiceId } {
  return isAurora(engine) ? { service: 'aurora' } : {};
}
