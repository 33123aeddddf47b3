/** The library: what the command line and the Lambda handler are made of. */
export { checks } from '../checks/index.ts';
export { defineCheck, fail, manual, notApplicable, pass } from './check.ts';
export type { Check, CheckInfo, CheckSpec, Context, DefinedCheck, Verdict } from './check.ts';
export { defineCollector, everyRegion } from './collector.ts';
export type { Collector, Resource } from './collector.ts';
export { UserError } from './errors.ts';
export { readEvidence, writeEvidence } from './evidence.ts';
export { all, any, failWhen } from './logic.ts';
export { actionsOf, iamPolicy, plan } from './plan.ts';
export type * from './report.ts';
export { scan } from './scan.ts';
export type { ScanRequest, ScanSource } from './scan.ts';
export { parseSettings, select } from './selection.ts';
export type { Selection } from './selection.ts';
export { liveSource, replaySource } from './sources.ts';
export type { LiveOptions } from './sources.ts';
