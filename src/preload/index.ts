import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { channels } from '../shared/contract/channels.ts';
import type { AttestEvent } from '../shared/contract/events.ts';
import type { AttestBridge } from './bridge.ts';

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
