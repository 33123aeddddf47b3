import type { Observed } from '../observe/observed.ts';

/** One observed value for each resource of a list. */
export interface ByResource<out T> {
  of(resource: { readonly arn: string }): Observed<T>;
}
