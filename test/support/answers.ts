/** Answers of AWS for `mockClient`: the output of a call, with the metadata that the SDK puts beside every answer. */
export function answer<O extends object>(output: O): O & { readonly $metadata: object } {
  return { ...output, $metadata: {} };
}

/** An error of AWS by its code. */
export function fault(code: string): Error {
  return Object.assign(new Error(`the test says ${code}`), { name: code });
}
