import type { AuthorityLink, AuthorityScheme } from '../../entity/entity.ts'

interface Authority {
  readonly scheme: Exclude<AuthorityScheme, 'other'>
  /** What an identifier's `@type` calls it. */
  readonly type: RegExp
  /** The address of an entry; the first group is its number. */
  readonly address: RegExp
  readonly number: RegExp
  readonly url: (number: string) => string
}

const AUTHORITIES: readonly Authority[] = [
  {
    scheme: 'VIAF',
    type: /^viaf$/i,
    address: /^https?:\/\/(?:www\.)?viaf\.org\/viaf\/(\d+)/i,
    number: /^\d+$/,
    url: (number) => `https://viaf.org/viaf/${number}`,
  },
  {
    scheme: 'GND',
    type: /^(gnd|pnd|dnb)$/i,
    address: /^https?:\/\/(?:www\.)?d-nb\.info\/gnd\/([\dX-]+)/i,
    number: /^[\d-]+X?$/i,
    url: (number) => `https://d-nb.info/gnd/${number}`,
  },
  {
    scheme: 'GeoNames',
    type: /^geonames$/i,
    address: /^https?:\/\/(?:www\.|sws\.)?geonames\.org\/(\d+)/i,
    number: /^\d+$/,
    url: (number) => `https://www.geonames.org/${number}`,
  },
  {
    scheme: 'Wikidata',
    type: /^wikidata$/i,
    address: /^https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/(Q\d+)/i,
    number: /^Q\d+$/i,
    url: (number) => `https://www.wikidata.org/wiki/${number}`,
  },
]

/** A link to an authority file from an identifier as written and its type; undefined for what is neither an absolute address nor a number of a known authority. */
export function authorityLink(identifier: string, type = ''): AuthorityLink | undefined {
  const written = identifier.trim()
  const found = AUTHORITIES.find(({ address }) => address.test(written))
  if (found) return { scheme: found.scheme, url: written }
  const named = AUTHORITIES.find((one) => one.type.test(type) && one.number.test(written))
  if (named) return { scheme: named.scheme, url: named.url(written) }
  return /^https?:\/\/[^\s/]+\/\S+$/.test(written) ? { scheme: 'other', url: written } : undefined
}

/** What is the same for two addresses of one entry: authority and number, else the address without protocol. */
export function authorityKey({ url }: AuthorityLink): string {
  for (const { scheme, address } of AUTHORITIES) {
    const number = address.exec(url)?.[1]
    if (number !== undefined) return `${scheme}:${number.toUpperCase()}`
  }
  return url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')
}
