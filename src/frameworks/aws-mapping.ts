/** What AWS says of its own Security Hub controls, by their id (see {@link AwsControl}). */
import { fsbpControls, otherControls } from './security-hub/index.ts';
import type { AwsControl } from './security-hub/control.ts';

export type { AwsControl } from './security-hub/control.ts';

type Mapping = typeof fsbpControls & typeof otherControls;

/** The AWS controls that a check can serve: those whose related requirements are written down. */
export type MappedAwsId = {
  [Id in keyof Mapping]: Mapping[Id] extends { readonly related: 'unread' } ? never : Id;
}[keyof Mapping];

export const awsMapping: ReadonlyMap<string, AwsControl> = new Map<string, AwsControl>(
  Object.entries({ ...fsbpControls, ...otherControls }),
);
