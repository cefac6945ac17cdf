import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  Parser,
  type TreeAdapter,
} from 'parse5'

/** A node of a parsed page. */
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
/** An element of a parsed page. */
export type HtmlElement = DefaultTreeAdapterTypes.Element

/** A parsed page, or why it is refused. */
export type ParsedHtml =
  | { readonly ok: true; readonly document: DefaultTreeAdapterTypes.Document }
  | { readonly ok: false; readonly message: string }

/** Looks at open elements that parsing may take: about a second of work. */
const MOST_STEPS = 1e8
const MOST_ELEMENTS = 1_000_000
/** Elements nested deeper than this cost more memory than a page of letters is worth. */
const DEEPEST = 50_000
const MOST_ATTRIBUTES = 5_000
const CHUNK = 256 * 1024

class TooMuch extends Error {}

/** The tree of parse5, which stops where markup that was never closed multiplies itself. */
function countingAdapter(html: string): TreeAdapter<DefaultTreeAdapterMap> {
  const tags = html.split('<').length
  const most = Math.min(MOST_ELEMENTS, 10_000 + tags * 8)
  let made = 0
  let depth = 0
  let steps = 0
  const step = (): void => {
    if (++steps > MOST_STEPS) throw new TooMuch()
  }
  return {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      if (++made > most) throw new TooMuch()
      return defaultTreeAdapter.createElement(name, namespace, attributes)
    },
    onItemPush() {
      if (++depth > DEEPEST) throw new TooMuch()
    },
    onItemPop() {
      depth--
    },
    getNamespaceURI(element) {
      step()
      return element.namespaceURI
    },
    getTagName(element) {
      step()
      return element.tagName
    },
  }
}

/** Parses a page as browsers do without scripts; nothing in it runs or is fetched. Refused where its markup would grow beyond all measure. */
export function parseHtml(html: string): ParsedHtml {
  const parser = new Parser<DefaultTreeAdapterMap>({
    scriptingEnabled: false,
    treeAdapter: countingAdapter(html),
  })
  try {
    for (let at = 0; at < html.length; ) {
      let to = Math.min(html.length, at + CHUNK)
      if (/[\ud800-\udbff\r]/.test(html.charAt(to - 1)) && to < html.length) to++
      parser.tokenizer.write(html.slice(at, to), false)
      const token = parser.tokenizer['currentToken']
      if (token !== null && 'attrs' in token && token.attrs.length > MOST_ATTRIBUTES)
        return { ok: false, message: `A tag has more than ${MOST_ATTRIBUTES} attributes.` }
      at = to
    }
    parser.tokenizer.write('', true)
    return { ok: true, document: parser.document }
  } catch (cause) {
    if (cause instanceof TooMuch || cause instanceof RangeError)
      return { ok: false, message: 'Its markup is nested too deep or never closed.' }
    throw cause
  }
}
