import { importFigures } from './import-bench.ts'
import { print } from './measure.ts'

for (const figures of [importFigures]) for (const figure of await figures()) print(figure)
