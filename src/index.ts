/** The library: what the command line and the Lambda handler are made of. */
export { checks } from '../checks/index.ts';
export { defineCheck } from './judge/define-check.ts';
export {
  equal,
  equalWith,
  intersectsWith,
  subsetOf,
  subsetWith,
  supersetOf,
} from './frameworks/relation.ts';
export { fail, manual, notApplicable, pass } from './judge/verdict.ts';
export type { Check, CheckInfo, CheckSpec, Context, DefinedCheck } from './judge/check.ts';
export type { Verdict } from './judge/verdict.ts';
export { defineCollector, everyRegion } from './collect/collector.ts';
export type { Anywhere, Collector, Resource } from './collect/collector.ts';
export { UserError } from './text/user-error.ts';
export { writeEvidence } from './aws/evidence/write.ts';
export { readEvidence } from './aws/evidence/read.ts';
export { all, any } from './observe/logic.ts';
export { failWhen } from './judge/fail-when.ts';
export { actionsOf, iamPolicy, plan } from './plan/plan.ts';
export type * from './report/model.ts';
export { scan } from './run/scan.ts';
export type { ScanSource } from './run/scan.ts';
export type { ScanRequest } from './run/request.ts';
export { everything } from './plan/asked.ts';
export type { Selection } from './plan/asked.ts';
export { requestOf } from './run/request.ts';
export { liveSource } from './run/source.ts';
export { replaySource } from './run/replay-source.ts';
export type { LiveOptions } from './run/source.ts';
export type { ReplayOptions } from './run/replay-source.ts';
