import {
  type SourceElement,
  sourceAttribute,
  sourceElements,
} from '../../xml/source/source-tree.ts'
import { type EditElement, freshId, newElement } from '../../xml/source/xml-edits.ts'
import type { XmlDraftElement } from '../../xml/write-xml.ts'
import { teiName } from '../decode/element-kinds.ts'
import { sideKey } from '../letter-encoding.ts'
import { type AnnotationGround, speakerDraft } from '../trail/annotation-drafts.ts'
import { plainName } from '../xml-ids.ts'
import { respOf, type SidePatch } from './side-patch.ts'

/**
 * The ground of an annotation in a file of others: an id the file does not have yet, and people by the ids that the file knows them
 * by; those whom it does not know are named in the annotation itself. `old` is the annotation whose place the new one takes.
 */
export function trailGround(patch: SidePatch, old?: SourceElement): AnnotationGround {
  return {
    idOf(kind, record) {
      const known = old && sourceAttribute(old, 'xml:id')
      const key = sideKey(patch.side, record)
      return known ?? freshId(patch.edits, plainName(`${patch.unit.id}-${kind}-${key}`))
    },
    speakers(annotation, role, by) {
      const ids = new Map<string, string>()
      const [first = '', ...others] = new Set(by)
      const named = [first, ...others].flatMap((one, n) => {
        const known = respOf(patch, one)
        if (n > 0 && (known !== undefined || one === 'source')) return []
        const name = nameOf(patch, one)
        const said = n === 0 ? role : OTHER_ROLE
        if (known !== undefined) return [speakerDraft(said, { ref: known }, name)]
        if (one === 'source') return [speakerDraft(said, {}, name)]
        const person = newSpeaker(patch, annotation, one, old)
        ids.set(one, person['xml:id'])
        return [speakerDraft(said, person, name)]
      })
      const who = (one: string) => {
        const id = ids.get(one)
        return id === undefined ? respOf(patch, one) : `#${id}`
      }
      return { who, named }
    },
  }
}

/** What a person did in an annotation who did not begin it. */
export const OTHER_ROLE = 'said by'

/** The name of a person, else the id. */
export function nameOf({ trail }: SidePatch, by: string): string {
  return trail.editors.find(({ id }) => id === by)?.name || by || '?'
}

/** The attributes of a person whom the file does not know, for an annotation. */
export function newSpeaker(
  patch: SidePatch,
  annotation: string,
  by: string,
  old: SourceElement | undefined,
): { readonly 'xml:id': string; readonly key: string } {
  const known = old && speakerIn(old, by)
  return { 'xml:id': known ?? freshId(patch.edits, `${annotation}.by`), key: by }
}

/** The id of a person who is named by key in an annotation of the file. */
export function speakerIn(annotation: SourceElement, by: string): string | undefined {
  const person = sourceElements(annotation, 'respStmt')
    .flatMap((statement) => sourceElements(statement))
    .find((one) => teiName(one) === 'persName' && sourceAttribute(one, 'key') === by)
  return person && sourceAttribute(person, 'xml:id')
}

/** A draft as an element to be put into the file. */
export function elementOf({ name, attributes, children, layout }: XmlDraftElement): EditElement {
  const content = children.map((child) => (typeof child === 'string' ? child : elementOf(child)))
  return newElement(name, Object.fromEntries(attributes), content, layout === 'lines')
}
