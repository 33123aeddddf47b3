/**
 * Which operation a request asks for. What services there are, how they are signed for, which protocol they speak and
 * where each REST operation lies is read off the SDK's own clients and schemas.
 */
import { NormalizedSchema } from '@smithy/core/schema';
import type { StaticOperationSchema } from '@smithy/types';
import { z } from 'zod';

/** How a service puts requests, answers and errors on the wire. */
export type Protocol = 'ec2' | 'query' | 'json' | 'rest-json' | 'rest-xml';

/** A service as its SDK package knows it. */
export interface SdkService {
  /** As call ids name it: the folder of its collectors. */
  readonly id: string;
  readonly iamPrefix: string;
  /** The whole package, with the schemas of all operations. */
  readonly sdk: object;
  /** The configuration of any client of it. */
  readonly config: object;
}

/** One operation's place in a REST service. */
interface Route {
  readonly operation: string;
  readonly method: string;
  readonly path: RegExp;
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Of two that meet a request, the one with more that had to agree is meant. */
  readonly weight: number;
}

interface RoutedService extends Pick<SdkService, 'id' | 'iamPrefix'> {
  readonly signedFor: string;
  readonly protocol: Protocol;
  /** `X-Amz-Target` begins with it, and a query's `Version` is it. */
  readonly target: string;
  readonly version: string;
  readonly routes: readonly Route[];
}

/** What a request says of itself, before its operation is known. */
export interface Asked {
  readonly signedFor: string;
  readonly method: string;
  readonly url: URL;
  /** `Action` and `Version` of a query. */
  readonly query: { readonly action: string; readonly version: string | null } | undefined;
  /** `X-Amz-Target`. */
  readonly target: string | undefined;
}

/** The operation asked for; `METHOD /path`, and the name that was signed for, where no service has it. */
export interface Found {
  readonly service: string;
  readonly iamPrefix: string;
  readonly operation: string;
  readonly protocol: Protocol;
}

export type Router = (asked: Asked) => Found;

const PROTOCOLS: Readonly<Record<string, Protocol>> = {
  'aws.protocols#ec2Query': 'ec2',
  'aws.protocols#awsQuery': 'query',
  'aws.protocols#awsJson1_0': 'json',
  'aws.protocols#awsJson1_1': 'json',
  'aws.protocols#restJson1': 'rest-json',
  'aws.protocols#restXml': 'rest-xml',
};

const SdkConfig = z.looseObject({
  defaultSigningName: z.string(),
  protocol: z.custom<{ getShapeId: () => string }>(
    (value) => typeof value === 'object' && value !== null && 'getShapeId' in value,
  ),
  protocolSettings: z.looseObject({ version: z.string(), serviceTarget: z.string() }),
});

/** The routes of these services, and of no others. */
export function createRouter(services: readonly SdkService[]): Router {
  const routed = services.map(routesOf);
  return (asked) => {
    const { signedFor, method, url, query, target } = asked;
    const signed = routed.filter((service) => service.signedFor === signedFor);
    const [prefix = '', name = ''] = target?.split(/\.(?=[^.]*$)/) ?? [];
    if (query) {
      const meant = signed.find(({ version }) => version === query.version) ?? signed[0];
      return foundIn(meant, asked, query.action, 'query');
    }
    if (target !== undefined) {
      const meant = signed.find((service) => service.target === prefix) ?? signed[0];
      return foundIn(meant, asked, name, 'json');
    }
    const [best] = signed
      .flatMap((service) => service.routes.map((route) => ({ service, route })))
      .filter(({ route }) => meets(route, method, url))
      .toSorted((a, b) => b.route.weight - a.route.weight);
    const line = `${method} ${url.pathname}`;
    return foundIn(best?.service ?? signed[0], asked, best?.route.operation ?? line, 'rest-json');
  };
}

function foundIn(
  service: RoutedService | undefined,
  { signedFor }: Asked,
  operation: string,
  otherwise: Protocol,
): Found {
  if (!service) return { service: signedFor, iamPrefix: signedFor, operation, protocol: otherwise };
  const { id, iamPrefix, protocol } = service;
  return { service: id, iamPrefix, operation, protocol };
}

function routesOf({ id, iamPrefix, sdk, config }: SdkService): RoutedService {
  const { defaultSigningName, protocol: wire, protocolSettings } = SdkConfig.parse(config);
  const protocol = PROTOCOLS[wire.getShapeId()];
  if (!protocol)
    throw new Error(`The gate does not know the protocol ${wire.getShapeId()} of ${id}.`);
  const { version, serviceTarget: target } = protocolSettings;
  const routes = operationsOf(sdk).flatMap((operation) => routeOf(operation) ?? []);
  return { id, iamPrefix, signedFor: defaultSigningName, protocol, target, version, routes };
}

/** The schemas of all operations of an SDK package. */
export function operationsOf(sdk: object): readonly StaticOperationSchema[] {
  return Object.values(sdk).filter(isOperation);
}

function isOperation(value: unknown): value is StaticOperationSchema {
  return Array.isArray(value) && value[0] === 9;
}

/** Method and URI template of an operation of a REST service. */
export function httpOf([, , , traits]: StaticOperationSchema):
  | readonly [string, string]
  | undefined {
  if (typeof traits !== 'object' || !traits.http) return undefined;
  const [method, uri] = traits.http;
  return [method, uri];
}

function routeOf(schema: StaticOperationSchema): Route | undefined {
  const http = httpOf(schema);
  if (!http) return undefined;
  const [method, uri] = http;
  const [template = '', search = ''] = uri.split('?');
  const path = `${inPathStyle(schema, template)}${template}`.replace(/\/$/, '');
  const literal = path.replaceAll(/\{[^}]+\}/g, '');
  const query = [...new URLSearchParams(search)];
  const pattern = path
    .split(/(\{[^}]+\})/)
    .map((part) => {
      if (!part.startsWith('{')) return part.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);
      return part.endsWith('+}') ? '.+' : '[^/]+';
    })
    .join('');
  return {
    operation: schema[2],
    method,
    path: new RegExp(`^${pattern}/?$`),
    query,
    weight: literal.length * 100 + query.filter(([name]) => name !== 'x-id').length,
  };
}

/** A label that the path lacks goes into the host, or before the path where clients use path style: S3's bucket. */
function inPathStyle([, , , , input]: StaticOperationSchema, template: string): string {
  return Object.entries(NormalizedSchema.of(input).getMemberSchemas())
    .filter(([name, member]) => member.getMergedTraits().httpLabel && !holds(template, name))
    .map(([name]) => `/{${name}}`)
    .join('');
}

function holds(template: string, label: string): boolean {
  return template.includes(`{${label}}`) || template.includes(`{${label}+}`);
}

/** `x-id` names the operation where nothing else tells it; not every client sends it. */
function meets(route: Route, method: string, url: URL): boolean {
  if (route.method !== method || !route.path.test(url.pathname)) return false;
  return route.query.every(([name, value]) => {
    const given = url.searchParams.get(name);
    if (given === null) return name === 'x-id';
    return value === '' || value === given;
  });
}
