import { app, type Session, type WebContents } from 'electron';
import { pageOrigin } from './page-address.ts';

/** Chromium's own ways out: no host name is ever resolved, nothing is fetched in the background. */
export function cutNetwork(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('no-pings');
  app.commandLine.appendSwitch('webrtc-ip-handling-policy', 'disable_non_proxied_udp');
}

/** Refuses every permission, every download, and every request but for the application's own files. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !isOwnRequest(request.url) });
  });
}

/** No window leaves its page, opens another, or holds a foreign one. */
export function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

function isOwnRequest(url: string): boolean {
  if (url.startsWith(`${pageOrigin}/`)) return true;
  // The developer tools are files of Electron itself.
  return !app.isPackaged && url.startsWith('devtools://');
}
