/** Judges what was gathered: pure, and deterministic to the byte, unless it is ended. */
import type { Check } from './check.ts';
import type { Judgement, World } from './judgement.ts';

/** Where judgements go as they come. */
export interface Judgements {
  add(check: Check, judgement: Judgement): void;
}

/** How long work takes turns with what waits: signals of the process, and timers. */
export interface Pace {
  isDue(): boolean;
  /** Lets them in. */
  rest(): Promise<void>;
}

export interface EvaluateOptions {
  readonly pace: Pace;
  /** Ends the judging; its reason is an Error that says why. */
  readonly signal?: AbortSignal | undefined;
  /** Told after each check. */
  readonly onJudged?: ((done: number, of: number) => void) | undefined;
}

export interface Evaluation {
  /** False where the signal ended the judging before its end. */
  readonly finished: boolean;
}

/** One finding for each check and resource, always; where the judging was ended, one for each check that was not done. */
export async function evaluate(
  checks: readonly Check[],
  world: World,
  judgements: Judgements,
  { pace, signal, onJudged = () => undefined }: EvaluateOptions,
): Promise<Evaluation> {
  const judge = async (check: Check): Promise<boolean> => {
    if (signal?.aborted) return false;
    for (const judgement of check.judge(world)) {
      if (signal?.aborted) return false;
      judgements.add(check, judgement);
      if (pace.isDue()) await pace.rest();
    }
    return true;
  };

  let finished = true;
  for (const [index, check] of checks.entries()) {
    const done = await judge(check);
    if (!done) judgements.add(check, notJudged(check, signal));
    finished &&= done;
    onJudged(index + 1, checks.length);
  }
  return { finished };
}

function notJudged({ severity }: Check, signal: AbortSignal | undefined): Judgement {
  const why = signal?.reason instanceof Error ? signal.reason.message : 'it was ended';
  return {
    resource: undefined,
    region: 'global',
    outcome: 'unknown',
    severity,
    reasons: [`the scan ended before this check had judged everything: ${why}`],
    sources: [],
    latent: false,
  };
}
