/** What Patch Manager found on each managed node when it last looked. */
import type { InstancePatchState } from '@aws-sdk/client-ssm';
import { oneOf } from '../../aws/one-of.ts';
import type { Members } from '../../aws/reads.ts';
import { defineCollector } from '../../collect/collector.ts';
import { inBatches } from '../../collect/join-listings.ts';
import { lookupBy } from '../../collect/lookup.ts';
import { type PerResource, settingsBy } from '../../collect/per-resource.ts';
import { derive, type Observed, pagesOf } from '../../observe/observed.ts';
import { managedNodes } from './managed-nodes.ts';
import { DescribeInstancePatchStates } from './operations.ts';

export interface PatchState {
  readonly nodeId: string;
  /** `Scan` only looks, `Install` installs too. */
  readonly operation: Observed<'Scan' | 'Install'>;
  /** When that ended. */
  readonly endedAt: Observed<Date>;
  /** How many patches are in each state that makes the node non-compliant. */
  readonly missing: Observed<number>;
  readonly failed: Observed<number>;
  readonly waitingForReboot: Observed<number>;
  readonly rejected: Observed<number>;
  /** Patches for security among them, as the advisory of the patch says. */
  readonly forSecurity: Observed<number>;
}

/** The most that one call may ask about, and the largest page. */
const nodesPerCall = 50;
const statesPerPage = 100;

/**
 * The patch state of each node; null where Patch Manager never looked at the node: the answer leaves out such nodes, and
 * those that are gone.
 */
export const patchStates = defineCollector({
  id: 'systems-manager.patch-states',
  service: 'systems-manager',
  scope: 'regional',
  calls: [DescribeInstancePatchStates],
  needs: { managedNodes },
  gather: async (aws, given): Promise<PerResource<PatchState | null>> => {
    const { items, sources } = given.managedNodes;
    const calls = inBatches(items, nodesPerCall).map(async (nodes) => {
      const found = await aws.list(
        DescribeInstancePatchStates,
        { InstanceIds: nodes.map(({ nodeId }) => nodeId), MaxResults: statesPerPage },
        'InstancePatchStates',
        stateOf,
        { key: ({ nodeId }) => nodeId },
      );
      // Which nodes are asked about together follows from all that were listed: an answer rests on every page of them.
      const states = {
        gaps: found.gaps,
        sources: [...found.sources, ...sources],
        items: found.items.map((state) => ({
          ...state,
          listed: [...pagesOf(state, found.sources), ...sources],
        })),
      };
      return nodes.map(({ arn, nodeId }): [string, Observed<PatchState | null>] => [
        arn,
        derive((read) => read.find(statesById(states, nodeId), () => true) ?? null),
      ]);
    });
    return settingsBy(new Map((await Promise.all(calls)).flat()));
  },
});

const statesById = lookupBy(({ nodeId }: PatchState) => nodeId);

function stateOf(state: InstancePatchState, members: Members): PatchState {
  const { must, field, observe } = members;
  return {
    nodeId: must(state, 'InstanceId'),
    operation: observe(() => oneOf(must(state, 'Operation'), ['Scan', 'Install'], members)),
    endedAt: field(state, 'OperationEndTime'),
    missing: field(state, 'MissingCount'),
    failed: field(state, 'FailedCount'),
    waitingForReboot: field(state, 'InstalledPendingRebootCount'),
    rejected: field(state, 'InstalledRejectedCount'),
    forSecurity: field(state, 'SecurityNonCompliantCount'),
  };
}
