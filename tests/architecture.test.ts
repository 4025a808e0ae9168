import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layerProblems } from './support/layer-rules.ts';
import { readSourceFiles, type SourceFile } from './support/source-file.ts';
import { sourceProblems } from './support/source-rules.ts';

const root = join(import.meta.dirname, '..');
const files = readSourceFiles(root);

function file(path: string, text: string): SourceFile {
  return { path, text };
}

describe('the project', () => {
  test('imports only what each layer may', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((each) => layerProblems(each))).toEqual([]);
  });

  test('keeps its habits', () => {
    expect(files.flatMap((each) => sourceProblems(each))).toEqual([]);
  });

  test('numbers its migrations without a gap', () => {
    const names = readdirSync(join(root, 'migrations')).toSorted();
    expect(names.length).toBeGreaterThan(0);
    const expected = names.map((_, index) => String(index + 1).padStart(4, '0'));
    expect(names.map((name) => /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1])).toEqual(expected);
  });

  test('has every program that the build makes', () => {
    const entries = ['index.ts', 'core.ts', 'cli.ts', 'imports/import-worker.ts'];
    const missing = entries.filter((entry) => !existsSync(join(root, 'src/main', entry)));
    expect(missing).toEqual([]);
  });

  test('has no test that no stage runs', () => {
    const stages = /^tests\/(?:domain|services|migrations|exchange|command-line|toolchain|fuzz)\//;
    const unreached = files
      .map(({ path }) => path)
      .filter((path) => /\.(?:test|spec)\.tsx?$/.test(path) && !stages.test(path))
      .filter(
        (path) => !path.startsWith('tests/electron/') && path !== 'tests/architecture.test.ts',
      );
    expect(unreached).toEqual([]);
  });

  test('pins every package, and no registry', () => {
    const description = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const versions = Object.values({ ...description.dependencies, ...description.devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });
});

describe('the check of layers', () => {
  test.each([
    ['src/shared/domain/claims/a.ts', `import { readFileSync } from 'node:fs';`],
    ['src/shared/domain/claims/a.ts', `import type { Api } from '../../contract/api.ts';`],
    ['src/shared/domain/claims/a.ts', `import { z } from 'zod';`],
    ['src/shared/contract/a.ts', `import { readFileSync } from 'node:fs';`],
    ['src/shared/contract/a.ts', `export { open } from '../../main/database/open.ts';`],
    ['src/main/claims/a.ts', `import { app } from 'electron';`],
    ['src/main/claims/a.ts', `const { app } = await import('electron');`],
    ['src/main/claims/a.ts', `import { ask } from '../electron/dialogs.ts';`],
    ['src/main/claims/a.ts', `import Database from 'better-sqlite3';`],
    ['src/main/core.ts', `import { ask } from './electron/dialogs.ts';`],
    ['src/main/electron/a.ts', `import { open } from '../database/open.ts';`],
    ['src/main/index.ts', `import { open } from './database/open.ts';`],
    ['src/main/a.ts', `import { useState } from 'react';`],
    ['src/main/a.ts', `import { Button } from '../renderer/ui/Button.tsx';`],
    ['src/preload/a.ts', `import { spanOf } from '../shared/domain/span.ts';`],
    ['src/preload/a.ts', `import 'node:fs';`],
    ['src/renderer/app/a.ts', `import { createApp } from '../../main/app.ts';`],
    ['src/renderer/app/a.ts', `import { ipcRenderer } from 'electron';`],
    ['src/renderer/app/a.ts', `import { join } from 'node:path';`],
    ['src/renderer/claims/a.ts', `import { Editor } from '@tiptap/core';`],
    ['src/renderer/ui/a.ts', `import type { Claim } from '../../shared/domain/claims/claim.ts';`],
    ['scripts/a.mjs', `import { z } from 'zod';`],
    ['src/main/a.ts', `import {\n  one,\n  two,\n} from './electron/window.ts';`],
  ])('refuses %s: %s', (path, text) => {
    expect(layerProblems(file(path, text))).toHaveLength(1);
  });

  test.each([
    ['src/shared/domain/claims/a.ts', `import { spanOf } from '../highlights/span.ts';`],
    ['src/shared/contract/a.ts', `import { z } from 'zod';`],
    ['src/main/electron/a.ts', `import { app } from 'electron';`],
    ['src/main/index.ts', `import { app } from 'electron';`],
    ['src/main/database/open.ts', `import Database from 'better-sqlite3';`],
    ['src/preload/a.ts', `import { contextBridge } from 'electron';`],
    ['src/renderer/app/a.ts', `import type { AttestBridge } from '../../preload/bridge.ts';`],
    ['src/renderer/reader/a.ts', `import { Editor } from '@tiptap/core';`],
    ['src/shared/domain/a.ts', `/** As in: import { app } from 'electron'; */`],
    ['tests/services/a.test.ts', `import Database from 'better-sqlite3';`],
  ])('accepts %s: %s', (path, text) => {
    expect(layerProblems(file(path, text))).toEqual([]);
  });
});

describe('the check of habits', () => {
  test.each([
    ['src/main/a.ts', `${'let a;\n'.repeat(401)}`],
    ['src/main/utils.ts', ''],
    ['src/main/claims/index.ts', ''],
    ['src/main/claimsStore.ts', ''],
    ['src/renderer/claim-list.tsx', 'export function ClaimList() {}'],
    ['src/renderer/claimList.tsx', ''],
    ['src/main/a.ts', 'export default 1;'],
    ['src/main/a.ts', `export { one } from './b.ts';`],
    ['src/main/a.ts', 'export class ClaimManager {\n}'],
    ['src/main/a.ts', `import { one } from './b';`],
    ['src/shared/domain/a.ts', 'const at = Date.now();'],
    ['src/shared/domain/a.ts', 'const id = Math.random();'],
    ['src/main/claims/claims.ts', 'return db.all(sql`SELECT 1`);'],
    ['src/main/claims/claims.ts', `connection.prepare(text);`],
    ['src/main/claims/claims.ts', `connection.exec('VACUUM');`],
    ['src/main/claims/claims.ts', `const query = 'DELETE FROM claims';`],
    ['tests/electron/a.spec.ts', 'await page.waitForTimeout(1000);'],
    ['README.md', `Start with ${['', 'root', 'attest'].join('/')}.`],
    ['scripts/a.mjs', `fetch('https://${['registry', 'npmjs', 'org'].join('.')}/zod');`],
  ])('refuses %s (%#)', (path, text) => {
    expect(sourceProblems(file(path, text))).toHaveLength(1);
  });

  test.each([
    ['src/main/a.ts', `${'let a;\n'.repeat(400)}`],
    ['src/main/index.ts', ''],
    ['src/renderer/claims/ClaimList.tsx', ''],
    ['src/renderer/main.tsx', ''],
    ['src/renderer/draw-claim.tsx', 'export function drawClaim() {}'],
    ['vitest.config.ts', 'export default {};'],
    ['src/main/a.ts', 'export class WrongUseError extends Error {\n}'],
    ['src/shared/domain/a.ts', 'const found = /a/.exec(text);'],
    ['src/shared/domain/a.ts', '// Not Date.now(): the clock is given.'],
    ['src/main/claims/claims-store.ts', 'return db.all(sql`SELECT 1`);'],
    ['src/main/database/migrate.ts', `connection.exec('BEGIN');`],
  ])('accepts %s (%#)', (path, text) => {
    expect(sourceProblems(file(path, text))).toEqual([]);
  });
});
