/** One control of a framework: its id as published, and what it asks for in our own short words. */
export interface Control {
  readonly id: string;
  readonly title: string;
}

/** What the file of a framework declares; the ids of its controls become a type. */
export interface Catalogue {
  readonly id: string;
  readonly name: string;
  /** As its publisher writes it; `unversioned` where the publication has no version. */
  readonly version: string;
  readonly publisher: string;
  readonly url: string;
  /**
   * Whether every control of the publication is listed. Where it is false, the file has the
   * controls that checks speak to, so a report must not say "n of all controls" of the framework.
   */
  readonly complete: boolean;
  /** Further names that people type for this framework, in any separators. */
  readonly aliases: readonly string[];
  /** By control id, in the order of the publication: the title, or what there is to say with it. */
  readonly controls: { readonly [controlId: string]: string | { readonly title: string } };
}
