/** What REST, HTTP and WebSocket APIs have in common. */
import type { Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';

export interface Api extends Resource {
  readonly apiId: string;
  /** `PRIVATE` is a REST API that is reached through VPC endpoints alone. */
  readonly kind: Observed<'REST' | 'PRIVATE' | 'HTTP' | 'WEBSOCKET'>;
}

/** A method of a REST API, or a route. */
export interface Route {
  /** "GET /orders", "$connect" */
  readonly key: string;
  /** Whether nothing asks who calls. */
  readonly isOpen: boolean;
}

export interface Stage extends Resource {
  readonly kind: Api['kind'];
  /** Where access logs go; undefined for nowhere. */
  readonly accessLog: string | undefined;
  /** Whether errors at least are logged of every request: undefined for HTTP APIs, which cannot. */
  readonly logsExecutions: Observed<boolean> | undefined;
  /** The settings that REST APIs alone have. */
  readonly rest: RestSettings | undefined;
}

export interface RestSettings {
  readonly traces: Observed<boolean>;
  readonly clientCertificate: string | undefined;
  /** The methods whose answers are cached in the clear; null without a cache. */
  readonly openCaches: Observed<readonly string[] | null>;
}
