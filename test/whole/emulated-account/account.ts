import { startAccount } from '../../support/emulated-account.ts';

/** The one that the tests of this folder share: it takes longer to build than most of them take. Undefined where none can run. */
export const account = await startAccount();
