import { salve } from '../../shared/tei/salve.ts'

/** A compiled RELAX NG schema as JSON for `readGrammar`, or the reason why there is none. */
export type CompiledSchema =
  | { readonly ok: true; readonly json: string }
  | { readonly ok: false; readonly message: string }

/**
 * Compiles a RELAX NG schema in XML syntax; the same schema gives the same text. A schema that includes other files is
 * refused: a compiled one must stand alone.
 */
export async function compileSchema(rng: string): Promise<CompiledSchema> {
  const schema = new URL('file:///schema.rng')
  let included: string | undefined
  const load = async (url: URL) => {
    if (url.href === schema.href) return { url, getText: async () => rng }
    included = url.href.replace('file:///', '')
    throw new Error(`includes ${included}`)
  }
  try {
    const { simplified } = await salve.convertRNGToPattern(schema, {
      resourceLoader: { load },
      createManifest: false,
      manifestHashAlgorithm: 'SHA-1',
      idCheck: false,
    })
    return { ok: true, json: salve.writeTreeToJSON(simplified, 3) }
  } catch (cause) {
    if (included !== undefined) {
      return {
        ok: false,
        message: `it includes another file (${included}); use a schema that stands alone`,
      }
    }
    return { ok: false, message: firstLine(cause) }
  }
}

function firstLine(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause)
  if (message.startsWith('tag not allowed here')) return 'it is no RELAX NG schema in XML syntax'
  return message.split('\n')[0]!.replace('file:///schema.rng: ', '').trim()
}
