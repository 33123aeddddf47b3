/** What the OSCAL documents have alike that srm-scan prints of itself: no account, no scan. */
import { oscalVersion, providerId } from '../../../reports/oscal/terms.ts';
import { markdown } from '../../../reports/oscal/text.ts';
import { uuidOf } from '../../../reports/oscal/uuid.ts';
import { version } from '../../run/version.generated.ts';

export const oscalJson = 'application/oscal+json';

/** @param made when the document is printed: OSCAL asks when it was last modified */
export function metadataOf(title: string, made: Date) {
  const maker = uuidOf('party', 'srm-scan');
  return {
    title: markdown(title),
    'last-modified': made.toISOString(),
    version,
    'oscal-version': oscalVersion,
    roles: [
      { id: 'creator', title: 'Creator of the document' },
      { id: 'provider', title: 'Provider', description: 'Secures the cloud.' },
      { id: 'customer', title: 'Customer', description: 'Secures what it puts into the cloud.' },
    ],
    parties: [
      { uuid: maker, type: 'organization', name: 'srm-scan' },
      { uuid: providerId, type: 'organization', name: 'Amazon Web Services' },
    ],
    'responsible-parties': [
      { 'role-id': 'creator', 'party-uuids': [maker] },
      { 'role-id': 'provider', 'party-uuids': [providerId] },
    ],
  };
}

/** Another document has another id: it follows from what it says, not from when it was printed. */
export function documentId(content: unknown): string {
  return uuidOf('document', version, JSON.stringify(content));
}
