/** For `node --import`: a file system that has no links, such as FAT. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

fs.promises.symlink = async (target, path) => {
  const error = new Error(`EPERM: operation not permitted, symlink '${target}' -> '${path}'`);
  throw Object.assign(error, { code: 'EPERM', errno: -1, syscall: 'symlink' });
};
syncBuiltinESMExports();
