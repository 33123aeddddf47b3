/** What the program is run against: the sample company in moto, or a generated account; each behind a gate of its own. */
import { startGate } from '../emulator/gate.ts';
import type { Gate } from '../emulator/gate.ts';
import { startMoto } from '../emulator/moto.ts';
import { plant } from '../emulator/plant.ts';
import { generateAccount } from './account/account.ts';
import type { SizeName } from './account/sizes.ts';
import { recordedIn, run } from './cli.ts';

export interface Stage {
  readonly gate: Gate;
  /** Before each run: what a scan has begun in the account is forgotten. */
  readonly reset: () => void;
  /** How many pages the longest list had that was asked for. */
  readonly longestList: () => number;
  readonly close: () => Promise<void>;
}

/** Why a stage cannot be set up on this machine. */
export interface Unavailable {
  readonly unavailable: string;
}

/**
 * The sample company, after one discarded scan, from which the gate keeps moto's answers and `evaluate` has its
 * evidence in `folder`.
 */
export async function openSample(folder: string): Promise<Stage | Unavailable> {
  const moto = await startMoto();
  if ('unavailable' in moto) return moto;
  const gate = await startGate({ upstream: moto.endpoint });
  const close = async () => {
    await gate.close();
    await moto.stop();
  };
  try {
    await plant(gate.endpoint);
    gate.setKeeping('keep');
    await run(
      ['--evidence', '--format', 'json', '--output', recordedIn(folder)],
      gate.endpoint,
      folder,
    );
    gate.setKeeping('give');
  } catch (error) {
    await close();
    throw error;
  }
  return { gate, reset: () => undefined, longestList: () => 1, close };
}

/** A generated account, as it is today: ages are counted from midnight. */
export async function openGenerated(name: SizeName): Promise<Stage> {
  const midnight = new Date();
  midnight.setUTCHours(0, 0, 0, 0);
  const account = generateAccount(name, midnight);
  const gate = await startGate({ upstream: account.answer });
  return { gate, reset: account.reset, longestList: account.longestList, close: gate.close };
}
