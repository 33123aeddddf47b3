import check from '../../../checks/apigateway/authorization.ts';
import type { Route } from '../../../src/collectors/api-gateway/api.ts';
import { tariffs as resource } from '../../support/apis.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const given = (...routes: readonly Route[]) => ({
  routes: everyone(known<readonly Route[]>(routes)),
});
const open = (key: string): Route => ({ key, isOpen: true });
const closed = (key: string): Route => ({ key, isOpen: false });
const socket = { ...resource, kind: known('WEBSOCKET' as const) };

testCheck(check, {
  pass: [
    { name: 'every route asks', resource, given: given(closed('GET /orders'), closed('$default')) },
    {
      name: 'the one that does not ask is named as public',
      resource,
      given: given(closed('GET /orders'), open('GET /health')),
      params: { public: ['get /health*'] },
    },
    {
      name: 'a WebSocket API asks when the connection is opened, and not again',
      resource: socket,
      given: given(closed('$connect'), open('$default'), open('$disconnect')),
    },
  ],
  fail: [
    {
      name: 'a route does not ask',
      resource,
      given: given(closed('GET /orders'), open('POST /orders')),
      severity: 'medium',
      reasons: ['nothing asks who calls POST /orders'],
    },
    {
      name: 'a WebSocket API opens connections for everyone',
      resource: socket,
      given: given(open('$connect'), closed('$default')),
      reasons: ['$connect'],
    },
    {
      name: 'a WebSocket API has no route for opening connections, and so opens them for everyone',
      resource: socket,
      given: given(closed('$default')),
      reasons: ['no $connect route'],
    },
    {
      name: 'another route is named as public',
      resource,
      given: given(open('POST /orders')),
      params: { public: ['GET /health'] },
    },
  ],
  unknown: [
    {
      name: 'the routes may not be listed',
      resource,
      given: { routes: everyone(unreadable()) },
      reasons: ['the test says denied'],
    },
    {
      name: 'the API is of a kind that nobody knows',
      resource: { ...resource, kind: unreadable('failed') },
      given: given(open('GET /')),
    },
  ],
  'not-applicable': [
    {
      name: 'it is private: VPC endpoints alone lead to it',
      resource: { ...resource, kind: known('PRIVATE') },
      given: given(open('GET /')),
    },
    { name: 'it has no routes', resource, given: given() },
  ],
});
