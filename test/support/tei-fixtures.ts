import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '../fixtures/tei')

/** A whole TEI file of the fixtures: its path below the folder and its bytes. */
export interface TeiFixture {
  readonly name: string
  readonly bytes: Uint8Array
}

/** All whole TEI files written for the tests, in the order of their names. */
export function teiFixtures(): readonly TeiFixture[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(FOLDER, name))) }))
}

/** One of them. */
export function teiFixture(name: string): TeiFixture {
  return { name, bytes: new Uint8Array(readFileSync(join(FOLDER, name))) }
}
