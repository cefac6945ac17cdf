import type { AuthorityLink, AuthorityScheme } from '../../../shared/entity/entity.ts'

export type AuthorityFault = 'url' | 'scheme'

/** Where each authority file has its addresses. */
const HOSTS: Readonly<Record<AuthorityScheme, RegExp>> = {
  VIAF: /(^|\.)viaf\.org$/,
  GND: /(^|\.)d-nb\.info$/,
  GeoNames: /(^|\.)geonames\.org$/,
  Wikidata: /(^|\.)wikidata\.org$/,
  other: /./,
}

/** What is wrong with a link to an authority file: no web address, or not one of that file. Null where nothing is. */
export function checkAuthority({ scheme, url }: AuthorityLink): AuthorityFault | null {
  if (!/^https?:\/\/\S+$/i.test(url) || !URL.canParse(url)) return 'url'
  return HOSTS[scheme].test(new URL(url).hostname) ? null : 'scheme'
}

const NUMBERS: readonly {
  readonly scheme: AuthorityScheme
  readonly id: RegExp
  readonly prefix: string
}[] = [
  { scheme: 'Wikidata', id: /^Q\d+$/, prefix: 'https://www.wikidata.org/entity/' },
  { scheme: 'GeoNames', id: /^\d+$/, prefix: 'https://www.geonames.org/' },
  { scheme: 'VIAF', id: /^\d+$/, prefix: 'https://viaf.org/viaf/' },
  { scheme: 'GND', id: /^\d[\d-]*[\dX]$/, prefix: 'https://d-nb.info/gnd/' },
]

/** The address of what was typed: a bare number of an authority file (`Q649`, `524901`) becomes its address, all else stays as it is. */
export function completeAuthority(scheme: AuthorityScheme, typed: string): string {
  const value = typed.trim()
  const known = NUMBERS.find((one) => one.scheme === scheme && one.id.test(value))
  return known ? known.prefix + value : value
}

/** The authority file that an address belongs to. */
export function schemeOf(url: string): AuthorityScheme {
  const host = URL.canParse(url) ? new URL(url).hostname : ''
  const found = (['VIAF', 'GND', 'GeoNames', 'Wikidata'] as const).find((scheme) =>
    HOSTS[scheme].test(host),
  )
  return found ?? 'other'
}
