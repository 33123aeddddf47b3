import type * as z from 'zod';
import { shapeWords } from '../../text/shape-words.ts';

/** What the JSON says, or why it is of no use. */
export function parsedAs<T>(shape: z.ZodType<T>, text: string): T | { readonly why: string } {
  try {
    const read = shape.safeParse(JSON.parse(text), { error: shapeWords });
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    return { why: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'it is not as expected'}` };
  } catch {
    return { why: 'it is not JSON' };
  }
}
