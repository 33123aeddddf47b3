/** Made when it is first asked for, and then kept: what only some commands need costs the others nothing. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
