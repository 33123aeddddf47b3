/**
 * The tests over one emulated account, in this order: that of the sample company as it was planted comes first, and the one
 * that writes into the account last.
 */
import { afterAll } from 'vitest';
import { account } from './emulated-account/account.ts';
import './emulated-account/company.ts';
import './emulated-account/planted.ts';
import './emulated-account/faults.ts';
import './emulated-account/options.ts';
import './emulated-account/lambda.ts';

afterAll(() => account?.stop());
