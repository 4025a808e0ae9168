import type { AttestBridge } from '../../preload/bridge.ts';
import { createClient } from '../../shared/contract/client.ts';

declare global {
  interface Window {
    readonly attest: AttestBridge;
  }
}

/** The way to the core: every domain's methods, each call checked on the other side. */
export const api = createClient((call) => window.attest.send(call));

/** Listens to what the core tells; gives a function that stops. */
export const onEvent: AttestBridge['onEvent'] = (listener) => window.attest.onEvent(listener);
