import { buildApp } from './build-app.ts'

const start = performance.now()
await buildApp()
process.stdout.write(`Built out/ in ${((performance.now() - start) / 1000).toFixed(1)} s.\n`)
