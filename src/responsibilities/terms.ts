/** The shapes in which the split is written down: terms for every layer, and exceptions to them by service. */
import type { AssuranceId } from './assurance.ts';
import type { LayerId } from './layers.ts';
import type { ServiceId } from './services.ts';

export type ResponsibilityOwner = 'aws' | 'customer' | 'shared';

/** Who carries a layer and how. `{service}` in a text stands for the service's name. */
export interface Terms {
  readonly owner: ResponsibilityOwner;
  readonly customerPart: string;
  readonly awsPart: string;
  /** What shows AWS's part where the layer is not the customer's alone. */
  readonly assurance: AssuranceId;
}

/** What differs from the terms of the layer. */
export type Exceptions = Readonly<Partial<Record<LayerId, Readonly<Partial<Terms>>>>>;

/** Services that share exceptions. Later groups win over earlier ones, layer by layer and member by member. */
export interface ExceptionGroup {
  readonly services: readonly ServiceId[];
  readonly layers: Exceptions;
}

export interface Question {
  readonly layer: LayerId;
  readonly services: readonly ServiceId[] | 'every';
  /** `{service}` stands for the service's name. */
  readonly question: string;
  /** In place of what is wanted for most questions of the layer. */
  readonly wanted?: string;
  /** Whether an API shows another part of the line. */
  readonly asks?: 'rest';
}
