/** The element at an index that the caller knows to exist. */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`no element ${index}: the data of this file is damaged`);
  return found;
}
