import type { Anchors } from '../../letter/canonical.ts'
import type { Records } from '../../letter/records.ts'

/** Tables of records and anchors that are being filled. */
export interface CarriedWork {
  readonly anchors: { readonly [A in keyof Anchors]: Record<string, unknown> }
  readonly records: { readonly [T in keyof Records]: Record<string, unknown> }
}
