import type { HtmlElement, HtmlNode } from './parse-html.ts'

/** The value of an attribute, undefined where it is absent. */
export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value
}

/** The style written on an element itself. */
export function styleOf(element: HtmlElement): string {
  // A style longer than this is no style, and patterns would take long in it.
  return element.attrs.length === 0 ? '' : (attribute(element, 'style')?.slice(0, 2000) ?? '')
}

/** Whether a node is an element. */
export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

/** The element that holds this one, null at the top. */
export function parentOf(element: HtmlElement): HtmlElement | null {
  const parent = element.parentNode
  return parent !== null && 'tagName' in parent ? parent : null
}

// Blocks with margins are set off by a blank line, as browsers print them (https://html.spec.whatwg.org/#flow-content-3).
const SET_OFF = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote ul ol dl pre xmp listing plaintext'.split(' '),
)
const BLOCKS = new Set(
  (
    'address article aside body caption center dd details dialog dir div dt fieldset figcaption figure footer form header ' +
    'hgroup html legend li main menu nav optgroup option search section summary table tbody tfoot thead tr hr'
  ).split(' '),
)
const NEVER_SHOWN = new Set(
  (
    'script style template head title meta link base noframes noembed param source track area col colgroup datalist rp ' +
    'audio video canvas object embed iframe applet frameset frame xml input img progress meter desc metadata defs'
  ).split(' '),
)

/** How an element says itself that it is laid out, empty where it does not. */
function displayOf(element: HtmlElement): string {
  const style = styleOf(element)
  return style === ''
    ? ''
    : (/(?:^|;)\s*display\s*:\s*([a-z-]+)/i.exec(style)?.[1] ?? '').toLowerCase()
}

/** How many line ends stand before and behind an element: 2 for a block with margins, 1 for a block, 0 inside a line. */
export function breaksOf(element: HtmlElement): 0 | 1 | 2 {
  const display = displayOf(element)
  if (display.startsWith('inline')) return 0
  if (SET_OFF.has(element.tagName)) return 2
  if (BLOCKS.has(element.tagName)) return 1
  return /^(block|flex|grid|table|list-item)$/.test(display) ? 1 : 0
}

/** Why nothing of an element is read: it is not text (images, scripts), or the page hides it; null where it is shown. */
export function hiddenBy(element: HtmlElement): 'kind' | 'page' | null {
  if (NEVER_SHOWN.has(element.tagName)) return 'kind'
  if (element.attrs.length === 0) return null
  const style = styleOf(element)
  if (/display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(style)) return 'page'
  return attribute(element, 'hidden') === undefined ? null : 'page'
}

const PREFORMATTED = new Set(['pre', 'xmp', 'listing', 'plaintext', 'textarea'])

/** Whether white space counts inside an element: true or false where it says so, null where it leaves it as it is outside. */
export function keepsSpace(element: HtmlElement): boolean | null {
  const style = styleOf(element)
  const space = style === '' ? null : /white-space\s*:\s*([a-z-]+)/i.exec(style)
  if (space !== null) return /^(pre(?!-line)|break-spaces)/i.test(space[1] ?? '')
  return PREFORMATTED.has(element.tagName) ? true : null
}

const NAVIGATION = new Set(['nav', 'menu', 'select', 'search', 'noscript'])
const NAVIGATION_ROLE = /^(navigation|menu|menubar|toolbar|search|banner|contentinfo)$/i
const NAVIGATION_CLASS =
  /(^|[\s_-])(nav|navbar|navigation|menu|breadcrumbs?|pagination|pager|toc|cookies?|noprint|catlinks|printfooter|jump-to-nav|skip-link)($|[\s_-])/i

/** Whether an element is there to find one's way in a site, by its name, role or class. */
export function isNavigation(element: HtmlElement): boolean {
  const { tagName } = element
  if (NAVIGATION.has(tagName)) return true
  if (tagName === 'header' || tagName === 'footer') return parentOf(element)?.tagName === 'body'
  if (element.attrs.length === 0) return false
  if (NAVIGATION_ROLE.test(attribute(element, 'role') ?? '')) return true
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`
  return NAVIGATION_CLASS.test(names) && breaksOf(element) > 0
}

/** The level of a heading, 0 where an element is none. */
export function headingLevel(element: HtmlElement): number {
  const { tagName, attrs } = element
  if (tagName.length === 2 && /^h[1-6]$/.test(tagName)) return Number(tagName.charAt(1))
  if (attrs.length === 0) return 0
  if (attribute(element, 'role') === 'heading') return Number(attribute(element, 'aria-level')) || 2
  return /(^|\s)MsoTitle(\s|$)/.test(attribute(element, 'class') ?? '') ? 1 : 0
}

const NOTE_KIND = /(^|\s)(footnote|endnote|rearnote|note|doc-footnote|doc-endnote)(\s|$)/i
const NOTE_ID = /^_?(ftn|edn|sdfootnote|sdendnote|footnote-|endnote-|cite_note)\w*/i
const NOTE_REF = /ref|anc$|sym$/i

/** Whether the attributes of an element say that it is a note. */
function saysNote(element: HtmlElement): boolean {
  if (element.attrs.length === 0) return false
  const kind = `${attribute(element, 'epub:type') ?? ''} ${attribute(element, 'role') ?? ''}`
  if (NOTE_KIND.test(kind)) return true
  if (/mso-element\s*:\s*(footnote|endnote)\s*($|;)/i.test(styleOf(element))) return true
  const id = attribute(element, 'id') ?? ''
  return NOTE_ID.test(id) && !NOTE_REF.test(id)
}

/** Whether an element says of itself that it is a note. */
export function isNote(element: HtmlElement): boolean {
  if (saysNote(element)) return breaksOf(element) > 0
  const list = element.tagName === 'li' ? parentOf(element) : null
  return (
    list !== null &&
    /(^|\s)(references|footnotes?|endnotes?)(\s|$)/i.test(attribute(list, 'class') ?? '')
  )
}
