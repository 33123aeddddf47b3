// Compiled by `tsc`, never run: each expected error below is one that a check author would meet.
import type { ControlId, Controls, FrameworkId } from '../../src/frameworks/index.ts';
import { equal, equalWith, subsetOf } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';

type Days = { readonly maxIdleDays?: number };

export const valid: Controls<Days> = {
  'cis-aws-5.0': { '1.10': equal, '2.1.4': subsetOf('it asks for one of two') },
  'cis-aws-7.0': { '2.1.1': equal, '3.1.4': equal },
  'aws-fsbp': { 'IAM.8': equalWith({ maxIdleDays: 90 }, subsetOf('the days differ')) },
  'aws-security-hub': { 'IAM.9': equal },
  'nist-800-53-r5': { 'AC-2(1)': equal, ...servesNist('it is one of many', 'AC-6') },
  'pci-dss-4.0.1': { '8.3.10.1': equal },
};

export const none: Controls = {};

// @ts-expect-error no such recommendation
export const unknownControl: Controls = { 'cis-aws-7.0': { '9.9': equal } };

// @ts-expect-error 7.0 has no section 1; this is a number of 5.0
export const controlOfAnotherVersion: Controls = { 'cis-aws-7.0': { '1.10': equal } };

// @ts-expect-error IAM.9 is a Security Hub control outside the FSBP standard
export const controlOutsideFsbp: Controls = { 'aws-fsbp': { 'IAM.9': equal } };

// @ts-expect-error ids are case-sensitive
export const misspelt: Controls = { 'nist-800-53-r5': { 'ac-2': equal } };

// @ts-expect-error a mark of doubt is no part of an id
export const doubtful: Controls = { 'pci-dss-4.0.1': { '3.5.1?': equal } };

// @ts-expect-error no such framework
export const unknownFramework: Controls = { 'cis-aws-4.0': { '1.1': equal } };

// @ts-expect-error a framework that is named has controls
export const absentList: Controls = { 'aws-fsbp': undefined };

// @ts-expect-error each control has a relation
export const withoutRelation: Controls = { 'cis-aws-5.0': ['1.10'] };

export const withoutReason: Controls = {
  // @ts-expect-error every relation but equal has a reason
  'cis-aws-5.0': { '1.10': { relation: 'subset-of' } },
};

// @ts-expect-error what AWS relates CodeBuild.1 to is not written down yet
export const unread: Controls = { 'aws-fsbp': { 'CodeBuild.1': equal } };

export const otherParameter: Controls<Days> = {
  // @ts-expect-error the check has no such parameter
  'aws-fsbp': { 'IAM.8': equalWith({ maxAgeDays: 90 }, subsetOf('the days differ')) },
};

// @ts-expect-error servesNist takes ids of NIST
export const foreign = servesNist('it is one of many', 'S3.1');

// @ts-expect-error not an id of a framework
export const unknownId: FrameworkId = 'cis';

// @ts-expect-error a control id belongs to its framework
export const foreignId: ControlId<'pci-dss-4.0.1'> = 'S3.1';
