/** Why a file or a folder cannot be read, in words: the system has a code for it. */

type Noun = 'file' | 'folder' | 'file or folder';

/** @param noun what was to be read @returns half a sentence; the code where there are no words for it */
export function whyUnreadable(error: unknown, noun: Noun = 'file'): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code';
  switch (code) {
    case 'ENOENT':
      return `there is no such ${noun}`;
    case 'EISDIR':
      return 'it is a folder; name a file';
    case 'ENOTDIR':
      return noun === 'folder' ? 'it is a file; name a folder' : `there is no such ${noun}`;
    case 'EACCES':
    case 'EPERM':
      return 'you may not read it; its permissions say so';
    case 'ELOOP':
      return 'it is a link that leads to itself';
    case 'ENAMETOOLONG':
      return 'its name is too long';
    default:
      return `it cannot be read (${code})`;
  }
}
