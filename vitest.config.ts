import { defineConfig } from 'vitest/config';

/** Each folder of tests that runs in plain Node; `npm test` runs one stage a project, in this order. */
const projects = ['domain', 'services', 'migrations', 'exchange', 'command-line'] as const;

export default defineConfig({
  test: {
    pool: 'forks',
    allowOnly: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      ...projects.map((name) => ({
        extends: true as const,
        test: { name, include: [`tests/${name}/**/*.test.ts`] },
      })),
      {
        extends: true as const,
        test: {
          name: 'architecture',
          include: ['tests/architecture.test.ts', 'tests/toolchain/**/*.test.ts'],
        },
      },
      {
        extends: true as const,
        test: { name: 'fuzz', include: ['tests/fuzz/**/*.test.ts'], testTimeout: 600_000 },
      },
    ],
  },
});
