/** Gives each thing of a letter its `xml:id`; the same thing always gets the same one. */
export interface XmlIds {
  /** The id of the thing `key` of kind `table`: the letter's id, a hyphen and `key`, made unique in the letter. */
  of(table: string, key: string): string
}

// XML names may hold far more; these are what survives every tool and every address.
const NC_NAME = /^[A-Za-z_][A-Za-z0-9._-]*$/

/** Whether a name can be an `xml:id` and a file name as it is: ASCII letters, digits, `.`, `_`, `-`, no digit first. */
export function isPlainName(name: string): boolean {
  return NC_NAME.test(name)
}

/** A name made fit for `xml:id`: characters that cannot stand there become `_`. */
export function plainName(name: string): string {
  const cleaned = name.replace(/[^A-Za-z0-9._-]/g, '_')
  return isPlainName(cleaned) ? cleaned : `_${cleaned}`
}

/** Ids for the things of one letter, all beginning with the letter's id so that they are unique in the collection. */
export function createXmlIds(letterId: string): XmlIds {
  const given = new Map<string, string>()
  const taken = new Set<string>()
  return {
    of(table, key) {
      const thing = `${table} ${key}`
      const known = given.get(thing)
      if (known !== undefined) return known
      const wanted = `${letterId}-${key.replace(/[^A-Za-z0-9._-]/g, '_')}`
      let id = wanted
      for (let n = 2; taken.has(id); n += 1) id = `${wanted}.${n}`
      taken.add(id)
      given.set(thing, id)
      return id
    },
  }
}
