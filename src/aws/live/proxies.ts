/**
 * Which proxy a request goes through, as the AWS CLI reads the environment: botocore takes the variables from Python's
 * urllib. AWS CLI user guide, "Using an HTTP proxy for the AWS CLI".
 */
import { UserError } from '../../text/user-error.ts';

/** Environment variables, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface Proxy {
  /** With the user and the password, where there are any. */
  readonly url: URL;
  /** As reports and messages name it: without the password. */
  readonly name: string;
}

/** The proxy of a request to a host, or undefined where the request goes there itself. */
export type ProxyOf = (to: {
  readonly protocol: string;
  readonly host: string;
}) => Proxy | undefined;

/** Reads the environment once. Throws a `UserError` where a proxy is no address. */
export function proxiesOf(env: Environment): ProxyOf {
  const http = proxyAt(env, 'HTTP_PROXY');
  const https = proxyAt(env, 'HTTPS_PROXY');
  const isExempt = exemptBy(variable(env, 'NO_PROXY')?.value ?? '');
  return ({ protocol, host }) => {
    const proxy = protocol === 'http:' ? http : https;
    return proxy && !isExempt(host) ? proxy : undefined;
  };
}

interface Variable {
  readonly name: string;
  readonly value: string;
}

/** In small letters it wins; set to nothing in small letters, the other is not heeded either. */
function variable(env: Environment, name: string): Variable | undefined {
  const small = name.toLowerCase();
  const [is, value] = env[small] === undefined ? [name, env[name]] : [small, env[small]];
  return value ? { name: is, value } : undefined;
}

function proxyAt(env: Environment, name: string): Proxy | undefined {
  // A web server hands a request's header "Proxy" to its CGI programs by this name (CVE-2016-1000110).
  if (name === 'HTTP_PROXY' && env['REQUEST_METHOD'] !== undefined && !env['http_proxy']) return;
  const set = variable(env, name);
  if (!set) return undefined;
  const { value } = set;
  const whole = /^https?:/i.test(value) ? value : `http://${value.replace(/^\/\//, '')}`;
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  if (!url || url.hostname === '') {
    // The value may hold a password.
    throw new UserError(
      `${set.name} is no address of a proxy; write it like http://proxy.example.com:3128, with %XX for special characters of a password`,
    );
  }
  const user = url.username === '' ? '' : `${url.username}@`;
  return { url, name: `${url.protocol}//${user}${url.host}` };
}

/** Hosts that no proxy is used for: their names, the domains that they are of, or `*`; a port may stand behind. */
function exemptBy(list: string): (host: string) => boolean {
  if (list === '*') return () => true;
  const names = list
    .split(',')
    .map((name) => name.trim().replace(/^\.+/, '').toLowerCase())
    .filter((name) => name !== '');
  return (host) => {
    const whole = host.toLowerCase();
    const bare = whole.replace(/:\d+$/, '');
    return names.some((name) =>
      [whole, bare].some((each) => each === name || each.endsWith(`.${name}`)),
    );
  };
}
