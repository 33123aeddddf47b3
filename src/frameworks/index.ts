import { catalogues } from './catalogues.ts';
import type { FrameworkId } from './catalogues.ts';
import type { Catalogue, Control } from './framework.ts';
import { lazily } from '../text/lazily.ts';

export { beyond } from './beyond/index.ts';
export { linksWith } from './crosswalks/index.ts';
export type { ControlId, ControlIds, Controls, FrameworkId } from './catalogues.ts';
export { type ControlLink, idsOf, linksOf } from './links.ts';
export { isAsDeclared, profileOf, relationAt } from './profile.ts';
export { failCounts, passCounts, type Relation, type Settings } from './relation.ts';
export type { Control } from './framework.ts';
export { togetherFor } from './together.ts';
export { parseFrameworkName } from './parse-framework-name.ts';
export type { ParsedFrameworkName } from './parse-framework-name.ts';

/** A control catalogue with its controls in the order of the publication. */
export interface Framework extends Omit<Catalogue, 'id' | 'aliases' | 'controls'> {
  readonly id: FrameworkId;
  readonly controls: readonly Control[];
}

export const frameworks: readonly Framework[] = catalogues.map(
  ({ id, name, version, publisher, url, complete, controls: titles }) => {
    const controls = lazily(() =>
      Object.entries<Catalogue['controls'][string]>(titles).map(([controlId, control]) => ({
        id: controlId,
        title: typeof control === 'string' ? control : control.title,
      })),
    );
    return {
      id,
      name,
      version,
      publisher,
      url,
      complete,
      get controls() {
        return controls();
      },
    };
  },
);

const controlsById = lazily(
  () =>
    new Map(
      frameworks.map(({ id, controls }) => [
        id,
        new Map(controls.map((control) => [control.id, control])),
      ]),
    ),
);

/**
 * The control of a framework by its published id (`S3.1`, `AC-2(1)`, `3.1.4`), to the letter.
 * `undefined` where the catalogue has no such control, which need not mean that the publication
 * has none (see {@link Catalogue.complete}).
 */
export function findControl(framework: FrameworkId, id: string): Control | undefined {
  return controlsById().get(framework)?.get(id);
}
