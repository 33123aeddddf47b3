import * as z from 'zod';

/** A variable that says nothing where it is empty, as a template sets it, or is not there. */
export function emptyOr(shape: RegExp, otherwise: string) {
  return z
    .union([z.literal('').transform(() => undefined), z.string().regex(shape)], otherwise)
    .optional();
}
