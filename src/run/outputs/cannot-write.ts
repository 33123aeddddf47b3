/** Files that could not be written, told with their names. */
import { UserError } from '../../text/user-error.ts';

/** Whatever goes wrong is told with the file that could not be written. */
export async function blaming<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

/** The error of a file that could not be written. */
export function cannotWrite(path: string, cause: unknown): UserError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new UserError(`cannot write ${path}: ${why}`, { cause });
}

/** Whether an error is of this kind, as Node names it (`ENOENT`). */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
