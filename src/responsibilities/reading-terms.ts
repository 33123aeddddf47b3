/** How it is said what of a line checks read. */
import type { LayerId } from './layers.ts';

export interface Part {
  /** In words that follow "read is". */
  readonly part: string;
  readonly checks: readonly string[];
}

export interface Reading {
  readonly parts: readonly Part[];
  /** What an API could show and no check reads. */
  readonly unread: readonly string[];
}

/** The readings of one service, by layer: readings/<service>.ts. */
export type ServiceReading = Readonly<Partial<Record<LayerId, Reading>>>;
