// In both scripts, upright and slanted: what every screen and every letter is drawn with.
const FACES = ['1em "Literata Variable"', 'italic 1em "Literata Variable"', '1em "Inter Variable"']
const SAMPLE = 'Aя'

/**
 * Has the typefaces at hand before anything is drawn with them: one that comes later breaks the lines of a letter anew, and
 * whoever clicks into a word in that moment has the cursor elsewhere. Resolves after `patienceMs` milliseconds in any case, and
 * never rejects: without them the text stands in another face.
 */
export async function loadFonts(fonts: FontFaceSet, patienceMs = 2000): Promise<void> {
  const loaded = Promise.allSettled(FACES.map((face) => fonts.load(face, SAMPLE)))
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, patienceMs))])
}
