import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

/** Takes every way to the network from this process: a parsed file must not be able to fetch or report anything. */
export function forbidNetwork(): void {
  for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) {
    Reflect.deleteProperty(globalThis, name);
  }
  net.Socket.prototype.connect = refuse;
  net.Server.prototype.listen = refuse;
  dgram.Socket.prototype.bind = refuse;
  dgram.Socket.prototype.connect = refuse;
  dgram.Socket.prototype.send = refuse;
  Reflect.set(dns, 'lookup', refuse);
  Reflect.set(dns, 'resolve', refuse);
}

function refuse(): never {
  throw new Error('An import has no network.');
}
