/** The file of `--accounts`: what is taken, and what is told of what is not. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readAccounts } from '../../src/configuration/accounts.ts';

const folder = mkdtempSync(join(tmpdir(), 'srm-accounts-'));
const path = join(folder, 'accounts');
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string): Promise<readonly string[]> {
  writeFileSync(path, text);
  return readAccounts(path);
}

const two = ['111122223333', '012345678901'];

describe('the file of --accounts', () => {
  it.each([
    ['ids one a line', '111122223333\n012345678901\n'],
    ['with comments, blanks and CR', '# ours\r\n\r\n 111122223333 # prod\r\n012345678901\r\n'],
    ['a JSON list', '["111122223333", "012345678901"]'],
    ['a YAML list', "# ours\n- 111122223333\n- '012345678901'\n"],
    ['a member', "accounts:\n  - '111122223333'\n  - '012345678901'\n"],
    ['numbers of twelve digits, which can mean nothing else', '[111122223333, "012345678901"]'],
  ])('takes %s', async (_, text) => {
    expect(await read(text)).toEqual(two);
  });

  it.each([
    ['no account', '# none\n', /there is no account in it$/],
    ['an empty list', '[]', /there is no account in it$/],
    ['a name', '111122223333\nprod\n', /accounts:2: "prod" is no account; write twelve digits/],
    ['one twice', '111122223333\n111122223333\n', /account 111122223333 is there twice$/],
    ['a number that lost its zero', '- 111122223333\n- 012345678901\n', /accounts:2: .*in quotes/],
    ['another member', 'accounts: []\nroles: []\n', /accounts:2: /],
    ['broken JSON', '["111122223333"', /accounts:\d+: /],
  ])('refuses %s, with its line', async (_, text, why) => {
    await expect(read(text)).rejects.toThrow(why);
  });

  it('refuses a file that is not there', async () => {
    await expect(readAccounts(join(folder, 'none'))).rejects.toThrow(/there is no such file/);
  });
});
