const VOID =
  /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|frame|basefont|bgsound|keygen)$/i

// Values of attributes hold no `<` in XML, so no search runs beyond the next tag.
const EMPTY_TAG = /<([A-Za-z][\w:.-]*)((?:"[^"<]*"|'[^'<]*'|[^'"<>/]|\/(?!>))*)\/>/g

/** XHTML for a parser of HTML: `<a id="x"/>` becomes `<a id="x"></a>`, since HTML knows no empty tags but those of a few elements. */
export function closeEmptyTags(xhtml: string): string {
  return xhtml.replace(EMPTY_TAG, (whole, name: string, attributes: string) =>
    VOID.test(name) ? whole : `<${name}${attributes}></${name}>`,
  )
}
