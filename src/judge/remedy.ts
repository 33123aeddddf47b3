/** What to do, as far as it is known to work; names in capitals are to be replaced. */
export interface Remedy {
  /** The way through the console: its pages and buttons. */
  readonly console?: string;
  /** Commands of the AWS CLI, one a line. */
  readonly cli?: string;
  /** The resource and arguments that hold the setting. */
  readonly terraform?: string;
}
