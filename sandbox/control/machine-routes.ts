import { route, type Route } from '../rest/route.ts';
import * as bodies from './bodies.ts';
import { parse, type ControlHandle } from './control-route.ts';

/** Clock, settings, faults, gateway and the oracle. */

export const machineRoutes: readonly Route<ControlHandle>[] = [
  route('GET', '/sandbox/clock', ({ world }) => world.clock.view()),
  route('POST', '/sandbox/clock', (request) => {
    const { clock } = request.world;
    const given = parse(bodies.clockSettings, request);
    if ('now' in given) clock.moveTo(Date.parse(given.now));
    else clock.move(given.offsetMs);
    request.world.emit({ kind: 'clock-moved' });
    return clock.view();
  }),
  route('GET', '/sandbox/settings', ({ world }) => world.settings),
  route('PATCH', '/sandbox/settings', (request) =>
    Object.assign(request.world.settings, parse(bodies.settings, request)),
  ),
  route('GET', '/sandbox/faults', ({ rest }) => rest.faults.views()),
  route('POST', '/sandbox/faults', (request) => {
    request.rest.faults.arm(parse(bodies.restFault, request));
    return request.rest.faults.views();
  }),
  route('DELETE', '/sandbox/faults', ({ rest }) => {
    rest.faults.disarm();
    return [];
  }),
  route('GET', '/sandbox/gateway', ({ gateway }) => gateway.views()),
  route('POST', '/sandbox/gateway', (request) => {
    request.gateway.act(parse(bodies.gatewayAct, request));
    return request.gateway.views();
  }),
  route('GET', '/sandbox/oracle', ({ world }) => world.oracle.view()),
  route('DELETE', '/sandbox/oracle', ({ world }) => {
    world.oracle.forget();
  }),
];
