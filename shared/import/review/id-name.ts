const baseOf = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '').replace(/[^A-Za-z0-9-]/g, '')

/**
 * The name that the ids of a source's letters are made from: its own where no source before has the same base name, else with the folders
 * it lies in, at last with a number. `used` holds the base names so far and takes up this one.
 */
export function idNameOf(name: string, used: Set<string>): string {
  const folders = name.split(/[\\/]/).slice(0, -1)
  const own = name.split(/[\\/]/).at(-1) ?? name
  const names = [own, ...folders.map((_, at) => [...folders.slice(-1 - at), own].join('-'))]
  const bare = own.replace(/\.[^.]*$/, '')
  for (let n = 2; n <= used.size + 2; n++) names.push(`${bare}-${n}`)
  const free = names.find((one) => !used.has(baseOf(one))) ?? own
  used.add(baseOf(free))
  return free
}
