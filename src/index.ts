/** The library: what the command line and the Lambda handler are made of. */
export { checks } from '../checks/index.ts';
export { defineCheck, fail, manual, notApplicable, pass } from './judge/check.ts';
export type { Check, CheckInfo, CheckSpec, Context, DefinedCheck, Verdict } from './judge/check.ts';
export { defineCollector, everyRegion } from './collect/collector.ts';
export type { Collector, Resource } from './collect/collector.ts';
export { UserError } from './text/user-error.ts';
export { readEvidence, writeEvidence } from './aws/evidence/evidence.ts';
export { all, any, failWhen } from './observe/logic.ts';
export { actionsOf, iamPolicy, plan } from './plan/plan.ts';
export type * from './report/model.ts';
export { scan } from './run/scan.ts';
export type { ScanRequest, ScanSource } from './run/scan.ts';
export { parseSettings, select } from './plan/selection.ts';
export type { Selection } from './plan/selection.ts';
export { liveSource, replaySource } from './run/source.ts';
export type { LiveOptions } from './run/source.ts';
