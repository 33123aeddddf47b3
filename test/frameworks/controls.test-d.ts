// Compiled by `tsc`, never run: each expected error below is one that a check author would meet.
import type { ControlId, Controls, FrameworkId } from '../../src/frameworks/index.ts';

export const valid: Controls = {
  'cis-aws-5.0': ['1.10', '2.1.4'],
  'cis-aws-6.0': ['2.10'],
  'cis-aws-7.0': ['2.1.1', '3.1.4'],
  'aws-fsbp': ['S3.2'],
  'aws-security-hub': ['IAM.9'],
  'nist-800-53-r5': ['AC-2(1)'],
  'pci-dss-4.0.1': ['8.3.10.1'],
};

export const none: Controls = {};

// @ts-expect-error no such recommendation
export const unknownControl: Controls = { 'cis-aws-7.0': ['9.9'] };

// @ts-expect-error 7.0 has no section 1; this is a number of 5.0
export const controlOfAnotherVersion: Controls = { 'cis-aws-7.0': ['1.10'] };

// @ts-expect-error IAM.9 is a Security Hub control outside the FSBP standard
export const controlOutsideFsbp: Controls = { 'aws-fsbp': ['IAM.9'] };

// @ts-expect-error ids are case-sensitive
export const misspelt: Controls = { 'nist-800-53-r5': ['ac-2'] };

// @ts-expect-error a mark of doubt is no part of an id
export const doubtful: Controls = { 'pci-dss-4.0.1': ['3.5.1?'] };

// @ts-expect-error ids are strings: the number 1.1 would stand for 1.10 too
export const numeric: Controls = { 'cis-aws-5.0': [1.1] };

// @ts-expect-error no such framework
export const unknownFramework: Controls = { 'cis-aws-4.0': ['1.1'] };

// @ts-expect-error a framework that is named has a list of controls
export const absentList: Controls = { 'aws-fsbp': undefined };

// @ts-expect-error not an id of a framework
export const unknownId: FrameworkId = 'cis';

// @ts-expect-error a control id belongs to its framework
export const foreignId: ControlId<'pci-dss-4.0.1'> = 'S3.1';
