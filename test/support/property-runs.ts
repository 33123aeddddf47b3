/** How often a property is tried. PROPERTY_SHARE asks for a share of that: mutants are tried by the thousand. */
export function runs(usual: number): number {
  return Math.ceil(usual * Number(process.env['PROPERTY_SHARE'] ?? 1));
}
