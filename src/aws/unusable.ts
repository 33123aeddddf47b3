/** An answer that lacks a member which AWS always sends, or that makes no sense. */
export class Unusable extends Error {}
