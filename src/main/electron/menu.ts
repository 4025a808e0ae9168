import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { applicationMenu, type MenuEntry } from '../../shared/contract/menu.ts';
import { sendEvent, type Windows } from './windows.ts';

/** Puts the application menu up; commands go to the window that has the focus. */
export function showMenu(windows: Windows): void {
  const menus = applicationMenu.map(({ name, entries }) => ({
    label: name,
    submenu: entries.map((entry) => menuItem(entry, windows)),
  }));
  const own: MenuItemConstructorOptions[] =
    process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  const developer: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : // The usual keys of both are commands of the window, or too near to them.
      [
        {
          label: 'Develop',
          submenu: [
            { role: 'reload', accelerator: 'F5' },
            { role: 'toggleDevTools', accelerator: 'F12' },
          ],
        },
      ];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, ...menus, ...developer]));
}

function menuItem(entry: MenuEntry, windows: Windows): MenuItemConstructorOptions {
  switch (entry.kind) {
    case 'command':
      return {
        id: entry.command,
        label: entry.name,
        ...(entry.accelerator === null ? {} : { accelerator: entry.accelerator }),
        registerAccelerator: false,
        click: (_item, window) => runCommand(entry.command, window),
      };
    case 'role':
      return { role: entry.role };
    case 'new-window':
      return { label: entry.name, click: () => windows.open() };
    case 'separator':
      return { type: 'separator' };
  }
}

function runCommand(name: string, chosen: unknown): void {
  const window = chosen instanceof BrowserWindow ? chosen : BrowserWindow.getAllWindows()[0];
  if (window) sendEvent(window, { type: 'command', name });
}
