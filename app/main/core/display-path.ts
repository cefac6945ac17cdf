import { sep } from 'node:path'

/** A path as a person would say it: below the home folder it starts with `~`. */
export function displayPath(path: string, home: string): string {
  return home && path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path
}
