/** What all of our OSCAL documents say alike. */
import { markdown, string } from './text.ts';
import { uuidOf } from './uuid.ts';

/** The newest release that the tools we know of read (compliance-trestle 5.2). */
export const oscalVersion = '1.2.1';

/** Of every property that is ours; docs/oscal.md lists them. */
export const namespace = 'urn:srm-scan:oscal:1';

/** Of the values that OSCAL has no place for. A value of no characters is no property. */
export function props(
  values: Readonly<Record<string, string | number | readonly string[] | undefined>>,
): { readonly props?: readonly Property[] } {
  const given = Object.entries(values).flatMap(([name, value = '']) => {
    const texts = typeof value === 'object' ? value : [String(value)];
    return texts.flatMap((text) => property(name, text));
  });
  return given.length === 0 ? {} : { props: given };
}

export interface Property {
  readonly name: string;
  readonly ns: string;
  readonly value: string;
  readonly class?: string;
  readonly remarks?: string;
}

/** One property of ours, or none where there is nothing to say. */
export function property(
  name: string,
  text: string,
  more: { readonly class?: string; readonly remarks?: string } = {},
): readonly Property[] {
  const value = string(text);
  return value === '' ? [] : [{ name, ns: namespace, value, ...more }];
}

/** The two sides of the model, as parties and roles of a document. */
export const providerId = uuidOf('party', 'aws');

interface Party {
  readonly uuid: string;
  readonly name: string;
}

/** @param attestors persons who answer for what no API tells */
export function partiesOf(customer: Party, attestors: readonly unknown[]) {
  return {
    roles: [
      {
        id: 'provider',
        title: 'Provider',
        description: markdown('Secures the cloud, and offers what customers inherit.'),
      },
      {
        id: 'customer',
        title: 'Customer',
        description: markdown('Secures what it puts into the cloud.'),
      },
      ...(attestors.length === 0 ? [] : [{ id: 'attestor', title: 'Attestor' }]),
    ],
    parties: [
      { uuid: providerId, type: 'organization', name: 'Amazon Web Services' },
      { uuid: customer.uuid, type: 'organization', name: string(customer.name) },
      ...attestors,
    ],
    'responsible-parties': [
      { 'role-id': 'provider', 'party-uuids': [providerId] },
      { 'role-id': 'customer', 'party-uuids': [customer.uuid] },
    ],
  };
}

/**
 * The id of a control in OSCAL. Those of SP 800-53 are as NIST's own catalogue writes them (`ac-2.1`); of the others no
 * publisher has one, so the framework stands before the id.
 */
export function controlId(framework: string, control: string): string {
  if (framework === 'nist-800-53-r5') {
    return control.toLowerCase().replaceAll(/\((\w+)\)/g, '.$1');
  }
  return `${framework}_${control}`.replaceAll(/[^\p{L}\p{N}.\-_]/gu, '-');
}
