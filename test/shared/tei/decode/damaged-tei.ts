import type { Draw } from '../patch/random-edits.ts'

const PIECES = [
  '<p>',
  '</p>',
  '<p/>',
  '<lb/>',
  '<note>',
  '</note>',
  '<note>n</note>',
  '<choice><sic>a</sic><corr>b</corr></choice>',
  '<choice/>',
  '<seg type="number">1</seg>',
  '<anchor type="callout"/>',
  '<ref type="callout"/>',
  '<milestone unit="block"/>',
  '<milestone unit="paragraph" type="break"/>',
  ' xml:space="preserve"',
  ' xml:id="z"',
  ' corresp="#z"',
  ' target="#z"',
  ' prev="#z"',
  ' part="M"',
  ' type="original"',
  '<!-- c -->',
  '<![CDATA[ x\n]]>',
  '&#13;',
  '\u00a0',
  '\n\t ',
  '  ',
  '😀',
]

/** A file with one to three pieces of markup or white space put in at random; some are not well-formed any more. */
export function damagedTei(xml: string, draw: Draw): string {
  let made = xml
  for (let n = draw(3); n >= 0; n--) {
    const body = made.indexOf('<text') + 6
    const at = draw(4) === 0 ? draw(made.length) : body + draw(Math.max(1, made.length - body))
    made = made.slice(0, at) + PIECES[draw(PIECES.length)] + made.slice(at)
  }
  return made
}
