/** `90`, `true`, `22, 3389`; a list of none is `none`. */
export function valueText(value: number | boolean | readonly string[]): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value.length === 0 ? 'none' : value.join(', ');
}
