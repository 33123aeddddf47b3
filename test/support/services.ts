/** Every service of src/collectors with what it declares, for the laws that hold for all of them. */
import { readdirSync, readFileSync } from 'node:fs';
import type { AnyOperation, Operation, ServiceFacts } from '../../src/aws/operation.ts';
import type { Collector } from '../../src/collect/collector.ts';

/** An operation of whatever input and answer, as a law may run it. */
export type SomeOperation = AnyOperation & Pick<Operation<object, object>, 'pages' | 'redact'>;

export interface ServiceFolder {
  readonly folder: string;
  /** What service.ts exports. */
  readonly services: readonly ServiceFacts[];
  /** What operations.ts exports. */
  readonly operations: readonly SomeOperation[];
  /** What the other files export. */
  readonly collectors: readonly Collector<unknown>[];
  /** The SDK package that service.ts loads. */
  readonly sdk: object;
  readonly sdkName: string;
}

const root = new URL('../../src/collectors/', import.meta.url);

const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
  .map(({ name }) => name)
  .toSorted();

/** Every service, in order of the folders. */
export async function allServices(): Promise<readonly ServiceFolder[]> {
  return Promise.all(folders.map(readService));
}

async function readService(folder: string): Promise<ServiceFolder> {
  const files = readdirSync(new URL(`${folder}/`, root)).filter((file) => file.endsWith('.ts'));
  const own = new Set(['service.ts', 'operations.ts']);
  const subjects = files.filter((file) => !own.has(file));
  const text = readFileSync(new URL(`${folder}/service.ts`, root), 'utf8');
  const [, name] = /=> import\('(@aws-sdk\/client-[^']+)'\)/.exec(text) ?? [];
  if (name === undefined) throw new Error(`${folder}/service.ts loads no client of the SDK`);
  const sdk: object = await import(name);
  return {
    folder,
    services: (await exportsOf(folder, 'service.ts')).filter(isService),
    operations: (await exportsOf(folder, 'operations.ts')).filter(isOperation),
    collectors: (await Promise.all(subjects.map((file) => exportsOf(folder, file)))).flatMap(
      (all) => all.filter(isCollector),
    ),
    sdk,
    sdkName: name,
  };
}

async function exportsOf(folder: string, file: string): Promise<readonly unknown[]> {
  const module: object = await import(new URL(`${folder}/${file}`, root).href);
  return Object.values(module);
}

function has(value: unknown, ...names: readonly string[]): boolean {
  return typeof value === 'object' && value !== null && names.every((name) => name in value);
}

function isService(value: unknown): value is ServiceFacts {
  return has(value, 'iamPrefix', 'rates', 'matrix');
}

function isOperation(value: unknown): value is SomeOperation {
  return has(value, 'action', 'send');
}

function isCollector(value: unknown): value is Collector<unknown> {
  return has(value, 'gather', 'calls');
}
