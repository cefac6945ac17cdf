#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// The program is TypeScript as it stands: Node runs it from 22.18 on; an older one hands over to the project's own.
const folder = fileURLToPath(new URL('.', import.meta.url))
const [major, minor] = process.versions.node.split('.').map(Number)
if (major > 22 || (major === 22 && minor >= 18)) {
  await import('./main.ts')
} else {
  const modules = join(folder, '../../node_modules/node/bin')
  const own = ['node', 'node.exe']
    .map((name) => join(modules, name))
    .find((path) => existsSync(path))
  if (own === undefined) {
    process.stderr.write(
      'epistula: needs Node 22.18 or newer; run “npm ci” in the folder of Epistula\n',
    )
    process.exitCode = 2
  } else {
    const run = spawnSync(own, [join(folder, 'main.ts'), ...process.argv.slice(2)], {
      stdio: 'inherit',
    })
    process.exitCode = run.status ?? 2
  }
}
