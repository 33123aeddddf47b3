/** What a listener or a rule does with a request that it does not encrypt. */
import { oneOf } from '../../aws/one-of.ts';
import type { Members } from '../../aws/reads.ts';

/** API reference, "Action", as far as it is needed. */
interface Action {
  readonly Type?: string | undefined;
  readonly RedirectConfig?: { readonly Protocol?: string | undefined } | undefined;
}

/** `redirect-to-https` and `redirect-over-http` tell where the client is sent; `forward` serves the request. */
export type Ending = 'redirect-to-https' | 'redirect-over-http' | 'forward' | 'fixed-response';

/** The action that ends the handling of a request; the others go before it. API reference, "Action". */
const endings = ['forward', 'redirect', 'fixed-response'] as const;
const before = ['authenticate-cognito', 'authenticate-oidc', 'jwt-validation'] as const;

/** How the handling of a request over HTTP ends. Within `observe`: what cannot be understood makes the value unreadable. */
export function endingOf(actions: readonly Action[], members: Members): Ending {
  const { must, unusable } = members;
  for (const action of actions) {
    const type = oneOf(must(action, 'Type'), [...endings, ...before], members);
    if (type === 'forward' || type === 'fixed-response') return type;
    if (type === 'redirect') {
      // #{protocol} keeps that of the request.
      const to = must(must(action, 'RedirectConfig'), 'Protocol');
      const protocol = oneOf(to, ['HTTPS', 'HTTP', '#{protocol}'], members);
      return protocol === 'HTTPS' ? 'redirect-to-https' : 'redirect-over-http';
    }
  }
  return unusable('no action ends the request');
}
