// A window with the peer and nothing else, in the Chromium that Attest runs in.
const { app, BrowserWindow } = require('electron');
const { join } = require('node:path');

app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, useContentSize: true });
  return window.loadFile(join(__dirname, 'page.html'));
});
