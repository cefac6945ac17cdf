import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const electron = fileURLToPath(new URL('./test/support/no-electron.ts', import.meta.url))

/** One project for each kind of test: `unit` is fast and pure, the others drive a real browser or the compiled shell. */
const projects = [
  {
    name: 'unit',
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/storage/**', 'test/e2e/**', 'test/electron/**', 'test/bench/**'],
    testTimeout: 60_000,
  },
  { name: 'storage', include: ['test/storage/**/*.test.ts'], testTimeout: 120_000 },
  { name: 'e2e', include: ['test/e2e/**/*.test.ts'], testTimeout: 120_000 },
  { name: 'electron', include: ['test/electron/**/*.test.ts'], testTimeout: 180_000 },
]

export default defineConfig({
  test: {
    projects: projects.map((project) => ({
      resolve: { alias: { electron } },
      test: {
        ...project,
        environment: 'node',
        hookTimeout: 120_000,
        expect: { poll: { timeout: 30_000, interval: 30 } },
        // Browsers are heavy: their files run one after another.
        fileParallelism: project.name === 'unit',
        pool: 'forks',
      },
    })),
  },
})
