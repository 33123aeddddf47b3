/** A module of its own: only who has a web identity loads what it takes. */
export { fromTokenFile } from '@aws-sdk/credential-providers';
