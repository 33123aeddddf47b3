import type { Left } from './denies.ts';
import { covers, overlaps } from './match.ts';

/** The verbs that action names begin with, in lower case, for each kind of access. */
interface Verbs {
  readonly read: readonly string[];
  readonly write: readonly string[];
}

// The access levels of the Service Authorization Reference, reduced to the verbs that resource policies can grant.
const COMMON: Verbs = {
  read: ['get', 'list', 'describe', 'batchget', 'receive', 'download', 'view', 'read', 'decrypt'],
  write: [
    'put',
    'delete',
    'create',
    'update',
    'add',
    'remove',
    'set',
    'tag',
    'untag',
    'send',
    'publish',
    'purge',
    'upload',
    'initiate',
    'complete',
    'batchdelete',
    'restore',
    'rotate',
    'cancel',
    'disable',
    'enable',
    'schedule',
    'replicate',
    'import',
    'revoke',
    'retire',
    'start',
    'stop',
  ],
};

const S3: Verbs = {
  read: ['get', 'list', 'describe'],
  write: [
    'put',
    'delete',
    'create',
    'update',
    'abortmultipartupload',
    'restoreobject',
    'replicate',
    'bypassgovernanceretention',
    'objectowneroverridetobucketowner',
    'initiatereplication',
    'tag',
    'untag',
  ],
};

/** What kinds of access a set of actions gives on a resource of one service. */
export interface AccessClasses {
  /** Data or settings can be read. */
  readonly read: boolean;
  /** Data or settings can be changed. */
  readonly write: boolean;
  /** Anything else, such as invoking a function or encrypting with a key. */
  readonly other: boolean;
}

/**
 * Sorts what is granted by the verb of its actions.
 *
 * @param prefix the service prefix of the resource's actions, for example `s3`
 * @param left what is granted
 */
export function classify(prefix: string, { actions, has }: Left): AccessClasses {
  const verbs = prefix === 's3' ? S3 : COMMON;
  const known = [...verbs.read, ...verbs.write].map((verb) => `${prefix}:${verb}*`);
  return {
    read: verbs.read.some((verb) => has(`${prefix}:${verb}*`)),
    write: verbs.write.some((verb) => has(`${prefix}:${verb}*`)),
    other:
      actions.mode === 'except' ||
      actions.patterns.some(
        ({ glob }) =>
          overlaps(glob, `${prefix}:*`) && !known.some((target) => covers(target, glob)),
      ),
  };
}
