/** The few styles that srm-scan writes on a terminal. What is not one of them never gets there (printable.ts). */
const styles = { bold: 1, red: 31, yellow: 33, dim: 2 } as const;

export type Style = keyof typeof styles;
export type Paint = (text: string, style: Style) => string;

/** Paints, or leaves the text as it is. */
export function painter(colour: boolean): Paint {
  return (text, style) => (colour ? `\u001B[${styles[style]}m${text}\u001B[0m` : text);
}

/** A beginning or an end of paint. */
export const paintMark: RegExp = new RegExp(
  `(\\u001B\\[(?:0|${Object.values(styles).join('|')})m)`,
);
