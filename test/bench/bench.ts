import os from 'node:os'
import { alignFigures } from './align-bench.ts'
import { checkFigures } from './check-bench.ts'
import { exportFigures } from './export-bench.ts'
import { importFigures } from './import-bench.ts'
import { print } from './measure.ts'
import { mendFigures } from './mend-bench.ts'
import { openFigures } from './open-bench.ts'
import { paletteFigures } from './palette-bench.ts'
import { spreadFigures } from './spread-bench.ts'
import { storeFigures } from './store-bench.ts'
import { teiFigures } from './tei-bench.ts'
import { typingFigures } from './typing-bench.ts'

const SUITES = {
  align: alignFigures,
  import: importFigures,
  mend: mendFigures,
  open: openFigures,
  export: exportFigures,
  palette: paletteFigures,
  spread: spreadFigures,
  store: storeFigures,
  tei: teiFigures,
  typing: typingFigures,
  checks: checkFigures,
} as const

// `npm run bench -- typing store` runs these alone.
const chosen = process.argv.slice(2)
console.log(
  JSON.stringify({
    machine: `${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}`,
    node: process.version,
    load: os.loadavg()[0],
    date: new Date().toISOString(),
  }),
)
for (const [name, figures] of Object.entries(SUITES))
  if (chosen.length === 0 || chosen.includes(name))
    for (const figure of await figures()) print(figure)
