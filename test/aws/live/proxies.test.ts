import { describe, expect, it } from 'vitest';
import { type Environment, proxiesOf } from '../../../src/aws/live/proxies.ts';
import { UserError } from '../../../src/text/user-error.ts';

/** The name of the proxy for a TLS host, or for a plain one. */
function proxyFor(env: Environment, host = 'ec2.eu-west-1.amazonaws.com', protocol = 'https:') {
  return proxiesOf(env)({ protocol, host })?.name;
}

describe('the proxy of a request (F40)', () => {
  it('is told by its protocol', () => {
    const env = { HTTPS_PROXY: 'http://secure:1', HTTP_PROXY: 'http://plain:2' };
    expect(proxyFor(env)).toBe('http://secure:1');
    expect(proxyFor(env, 'localhost:5000', 'http:')).toBe('http://plain:2');
    expect(proxyFor({ HTTP_PROXY: 'http://plain:2' })).toBeUndefined();
    expect(proxyFor({ ALL_PROXY: 'http://all:3' })).toBeUndefined();
  });

  it('in small letters wins, and set to nothing means none', () => {
    expect(proxyFor({ HTTPS_PROXY: 'http://a:1', https_proxy: 'http://b:2' })).toBe('http://b:2');
    expect(proxyFor({ HTTPS_PROXY: 'http://a:1', https_proxy: '' })).toBeUndefined();
    expect(proxyFor({ HTTPS_PROXY: '' })).toBeUndefined();
  });

  it.each([
    ['proxy.example.com:3128', 'http://proxy.example.com:3128'],
    ['//proxy.example.com:3128', 'http://proxy.example.com:3128'],
    ['https://proxy.example.com', 'https://proxy.example.com'],
  ])('may be written without its scheme: %s', (written, name) => {
    expect(proxyFor({ HTTPS_PROXY: written })).toBe(name);
  });

  it('keeps user and password, and its name has no password', () => {
    const proxy = proxiesOf({ https_proxy: 'http://me:p%40ss@proxy:3128' })({
      protocol: 'https:',
      host: 'x',
    });
    expect(proxy?.name).toBe('http://me@proxy:3128');
    expect(proxy?.url.password).toBe('p%40ss');
  });

  it('that is no address is said to be none, without what it holds', () => {
    const read = () => proxiesOf({ https_proxy: 'http://me:se#cret@proxy:port' });
    expect(read).toThrow(UserError);
    expect(read).toThrow(/^https_proxy is no address of a proxy/);
    expect(read).not.toThrow(/cret/);
  });

  it('of a web server that runs the scan as CGI is not believed', () => {
    const env = { HTTP_PROXY: 'http://evil:1', REQUEST_METHOD: 'GET' };
    expect(proxyFor(env, 'x', 'http:')).toBeUndefined();
    expect(proxyFor({ ...env, http_proxy: 'http://mine:1' }, 'x', 'http:')).toBe('http://mine:1');
  });

  it.each([
    ['amazonaws.com', true],
    ['.amazonaws.com', true],
    ['AmazonAWS.com', true],
    ['other.example, ec2.eu-west-1.amazonaws.com', true],
    ['ec2.eu-west-1.amazonaws.com:443', true],
    ['*', true],
    ['aws.com', false],
    ['*.amazonaws.com', false],
    ['s3.eu-west-1.amazonaws.com', false],
    ['', false],
  ])('NO_PROXY=%s exempts EC2: %s', (NO_PROXY, exempt) => {
    const env = { HTTPS_PROXY: 'http://proxy:1', NO_PROXY };
    expect(proxyFor(env, 'ec2.eu-west-1.amazonaws.com:443') === undefined).toBe(exempt);
  });
});
