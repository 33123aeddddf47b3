import { awsFsbp } from './aws-fsbp.ts';
import { awsSecurityHub } from './aws-security-hub.ts';
import { cisAws50 } from './cis-aws-5.0.ts';
import { cisAws60 } from './cis-aws-6.0.ts';
import { cisAws70 } from './cis-aws-7.0.ts';
import { nist80053r5 } from './nist-800-53-r5.ts';
import { pciDss401 } from './pci-dss-4.0.1.ts';

/** Every framework that a check can name; a new one is added here. */
export const catalogues = [
  cisAws50,
  cisAws60,
  cisAws70,
  awsFsbp,
  awsSecurityHub,
  nist80053r5,
  pciDss401,
] as const;

type KnownCatalogue = (typeof catalogues)[number];

export type FrameworkId = KnownCatalogue['id'];

/** The ids of one framework's controls, as the framework writes them. */
export type ControlId<F extends FrameworkId> = keyof Extract<
  KnownCatalogue,
  { readonly id: F }
>['controls'];

/**
 * The controls that a check speaks to, by framework. A control that the catalogue does not have
 * does not compile.
 */
export type Controls = { readonly [F in FrameworkId]?: readonly ControlId<F>[] };
