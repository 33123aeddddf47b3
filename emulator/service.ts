/** All that the emulator knows of one AWS service, in one place: services/<service>.ts. */
import { z } from 'zod';
import type { ServiceFacts } from '../src/aws/operation.ts';
import {
  type Answerers,
  type CannedService,
  openCanned,
  type StateChange,
  type StateSchema,
} from './gate/canned.ts';
import type { SdkService } from './gate/route.ts';
import type { Site } from './site.ts';

/** What is special about a service here. */
export interface EmulatedSpec<Schema extends StateSchema, Planted> {
  /** What its collectors say of it. */
  readonly service: ServiceFacts;
  /** `import * as sdk`: the gate finds the operations of requests by it. */
  readonly sdk: object;
  readonly Client: new (config: { region: string }) => { readonly config: object };
  /** What moto does not keep, and the answers from it. */
  readonly state?: Schema;
  readonly answers?: Answerers<z.output<Schema>>;
  /**
   * Fills the empty account, and lists what checks must find (`site.expect`). What it needs of another service's plant, it
   * takes from there: `await ec2.planted(site)`. The answer is what others may need.
   */
  readonly plant: (site: Site) => Promise<Planted>;
}

export interface EmulatedService<Schema extends StateSchema, Planted>
  extends SdkService, CannedService {
  /** Plants once, whoever asks first. */
  readonly planted: (site: Site) => Promise<Planted>;
  /** A change of the state, by Region: for `Gate.setState` and `Site.set`. */
  readonly state: (regions: Readonly<Record<string, z.input<Schema>>>) => StateChange;
}

const nothing = z.strictObject({});

/** Declares a service of the emulator. */
export function emulate<Schema extends StateSchema, Planted>(
  spec: EmulatedSpec<Schema, Planted>,
): EmulatedService<Schema, Planted> {
  const { service, sdk, Client, state, answers, plant } = spec;
  const { id, iamPrefix } = service;
  const sites = new WeakMap<Site, Promise<Planted>>();
  return {
    id,
    iamPrefix,
    sdk,
    config: new Client({ region: 'us-east-1' }).config,
    open: () => (state && answers ? openCanned(state, answers) : openCanned(nothing, {})),
    planted: (site) => {
      const planting = sites.get(site) ?? plant(site);
      sites.set(site, planting);
      return planting;
    },
    state: (regions) => ({ [id]: regions }),
  };
}
