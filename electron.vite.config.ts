import { existsSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Attest runs on the newest Electron and on one with Chrome 130 and Node 20.18 (see scripts/).
const oldestNode = 'node20.18';
const oldestChrome = 'chrome130';

/** Everything under out/main that is started as a program of its own. */
const mainEntries = {
  index: 'src/main/index.ts',
  core: 'src/main/core.ts',
  cli: 'src/main/cli.ts',
  'import-worker': 'src/main/imports/import-worker.ts',
};

function existing(entries: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path)));
}

export default defineConfig({
  main: {
    build: {
      target: oldestNode,
      externalizeDeps: true,
      rolldownOptions: { input: existing(mainEntries), output: { format: 'es' } },
    },
  },
  preload: {
    build: {
      target: oldestNode,
      // A sandboxed preload script can require nothing but electron: all else is bundled.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      target: oldestChrome,
      minify: true,
      // The page's content security policy admits no data: addresses.
      assetsInlineLimit: 0,
      // The notices of what is bundled go where the bundle goes.
      license: { fileName: 'third-party-licenses.md' },
      rolldownOptions: { input: { index: 'src/renderer/index.html' } },
    },
  },
});
