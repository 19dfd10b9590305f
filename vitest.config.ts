import { defineConfig } from 'vitest/config';

// The database of a run is one server for all files; each file makes its own database from a migrated template.
const onDatabase = {
  globalSetup: ['test/setup/database.ts'],
  pool: 'forks' as const,
  maxWorkers: 2,
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

const EDITOR = ['test/browser/editor.test.ts', 'test/browser/editor-grid.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          maxWorkers: 2,
          // Tests of the launcher start servers on ports that were free a moment ago.
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: 'story', include: ['test/story/**/*.test.ts'], ...onDatabase } },
      // A browser on a busy machine may miss a moment once; what is broken fails each time.
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: EDITOR,
          ...onDatabase,
          maxWorkers: 2,
          retry: 2,
          // What is waited for may take its time there too; it ends with what is right, not with a moment.
          expect: { poll: { timeout: 15_000 } },
        },
      },
      // The grid takes keys as fast as hands give them: it has the machine to itself, after the others.
      {
        test: {
          name: 'editor',
          include: EDITOR,
          ...onDatabase,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          retry: 2,
          // What is waited for may take its time there too; it ends with what is right, not with a moment.
          expect: { poll: { timeout: 15_000 } },
        },
      },
      { test: { name: 'bench', include: ['bench/**/*.test.ts'], ...onDatabase, testTimeout: 3_600_000 } },
      { test: { name: 'long', include: ['test/long/**/*.test.ts'], ...onDatabase, testTimeout: 3_600_000 } },
    ],
  },
});
