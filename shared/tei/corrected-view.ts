import type { Side } from '../letter/canonical.ts'
import { attributeOf, childElements, eachElement, type XmlElement } from '../xml/xml-element.ts'
import { noteBlocks, notesApart, type Reading, sideOf, textBlocks } from './machine-view.ts'

/**
 * What an edition shows of one side of an encoded letter: of a choice the `corr` in force (that of the latest change,
 * then the last one), of callouts nothing. Paragraphs are joined by a line feed as the editors have broken and joined
 * them. Null where the letter has no such side.
 */
export function correctedView(tei: XmlElement, side: Side): string | null {
  const div = sideOf(tei, side)
  if (!div) return null
  const reading = correctedReading(changeTimes(tei))
  const whole: Reading = (element) =>
    `${BREAK[attributeOf(element, 'part') ?? ''] ?? ''}${reading(element)}`
  const blocks = textBlocks(div, whole)
  const notes = side === 'translation' ? notesApart(tei) : []
  for (const note of notes) blocks.push(...noteBlocks(note, whole))
  return blocks.join('\n')
}

// The parts of a broken paragraph are one block of the machine text, but paragraphs of their own here.
const BREAK: Readonly<Record<string, string>> = { M: '\n', F: '\n' }

function changeTimes(tei: XmlElement): ReadonlyMap<string, string> {
  const times = new Map<string, string>()
  for (const element of eachElement(tei)) {
    if (element.name !== 'change') continue
    const id = attributeOf(element, 'xml:id')
    if (id !== undefined) times.set(`#${id}`, attributeOf(element, 'when') ?? '')
  }
  return times
}

function correctedReading(times: ReadonlyMap<string, string>): Reading {
  const inForce = (choice: XmlElement): XmlElement | undefined => {
    const readings = ['corr', 'reg', 'expan'].flatMap((name) => childElements(choice, name))
    const time = (corr: XmlElement): string => times.get(attributeOf(corr, 'change') ?? '') ?? ''
    return readings.reduce<XmlElement | undefined>(
      (best, corr) => (best && time(best) > time(corr) ? best : corr),
      undefined,
    )
  }
  const readingOf = (child: XmlElement): string => {
    if (child.name === 'ref' && attributeOf(child, 'type') === 'callout') return ''
    const corr = child.name === 'choice' ? inForce(child) : undefined
    return reading(corr ?? child)
  }
  const reading: Reading = (element) => {
    const parts = element.children.map((child) => {
      if (child.type === 'text') return child.text
      return child.type === 'element' ? readingOf(child) : ''
    })
    return parts.join('')
  }
  return reading
}
