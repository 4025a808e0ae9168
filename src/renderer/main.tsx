import './app/theme.css';
import './app/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { everyCommand } from './app/commands/all-commands.ts';
import { listenForKeys } from './app/commands/key-listener.ts';
import { registerCommands } from './app/commands/registry.ts';
import { keepFocus } from './app/keep-focus.ts';
import { followCore } from './app/core-events.ts';
import { acceptDroppedFiles } from './sources/dropped-files.ts';
import { acceptPastedText } from './sources/pasted-text.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the application.');

registerCommands(everyCommand);
followCore();
listenForKeys();
keepFocus();
acceptDroppedFiles();
acceptPastedText();

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
