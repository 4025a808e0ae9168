import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { channels } from '../shared/contract/channels.ts';
import type { AttestEvent } from '../shared/contract/events.ts';
import type { AttestBridge } from './bridge.ts';

/** The little of `process` that a sandboxed preload script has. */
declare const process: { readonly argv: readonly string[] };

const bridge: AttestBridge = {
  send: (call) => ipcRenderer.invoke(channels.call, call),
  onEvent(listener) {
    const relay = (_: unknown, event: AttestEvent): void => listener(event);
    ipcRenderer.on(channels.event, relay);
    // Nothing is returned: ipcRenderer itself must never reach the page.
    return () => {
      ipcRenderer.off(channels.event, relay);
    };
  },
  grantFiles(files) {
    const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
    return ipcRenderer.invoke(channels.grantFiles, paths);
  },
};

contextBridge.exposeInMainWorld('attest', bridge);

const nonceArgument = '--attest-style-nonce=';
const styleNonce = process.argv.find((argument) => argument.startsWith(nonceArgument));
if (styleNonce !== undefined) {
  // Where libraries that add a style element (react-style-singleton) look for the nonce it needs.
  contextBridge.exposeInMainWorld('__webpack_nonce__', styleNonce.slice(nonceArgument.length));
}
