import { parseXml } from '../../xml/parse-xml.ts'
import { attributeOf, eachElement, type XmlElement } from '../../xml/xml-element.ts'
import { salve } from '../salve.ts'

// The library wants an address for what it is given as text; both Node and browsers have the class.
type Address = object
const { URL } = globalThis as unknown as { URL: new (address: string) => Address }

/** A compiled RELAX NG schema as JSON for `readGrammar`, or the reason why there is none. */
export type CompiledSchema =
  | { readonly ok: true; readonly json: string }
  | { readonly ok: false; readonly message: string }

/**
 * Compiles a RELAX NG schema in XML syntax; the same schema gives the same text. A schema that includes other files is
 * refused: a compiled one must stand alone.
 */
export async function compileSchema(rng: string): Promise<CompiledSchema> {
  const parsed = parseXml(rng)
  if (!parsed.ok) {
    const { line, column, message } = parsed
    return { ok: false, message: `it is not well-formed XML (${line}:${column}: ${message})` }
  }
  const included = includedFile(parsed.root)
  if (included !== undefined) {
    return {
      ok: false,
      message: `it includes another file (${included}); use a schema that stands alone`,
    }
  }
  const load = async (url: Address) => ({ url, getText: async () => rng })
  try {
    const { simplified } = await salve.convertRNGToPattern(new URL('file:///schema.rng'), {
      resourceLoader: { load },
      createManifest: false,
      manifestHashAlgorithm: 'SHA-1',
      idCheck: false,
    })
    return { ok: true, json: salve.writeTreeToJSON(simplified, 3) }
  } catch (cause) {
    return { ok: false, message: firstLine(cause) }
  }
}

const RELAX_NG = 'http://relaxng.org/ns/structure/1.0'

function includedFile(root: XmlElement): string | undefined {
  for (const element of eachElement(root)) {
    const isIncluding = element.name === 'include' || element.name === 'externalRef'
    if (element.ns === RELAX_NG && isIncluding) return attributeOf(element, 'href') ?? ''
  }
  return undefined
}

function firstLine(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause)
  if (message.startsWith('tag not allowed here')) return 'it is no RELAX NG schema in XML syntax'
  return message.split('\n')[0]!.replace('file:///schema.rng: ', '').trim()
}
