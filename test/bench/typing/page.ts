import { history } from 'prosemirror-history'
import { EditorState, TextSelection } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { createLetterEditor } from '../../../renderer/editor/create-letter-editor.ts'
import { typeText } from '../../../renderer/editor/plugins/typing.ts'
import type { CheckContext } from '../../../shared/check/check-context.ts'
import { CHECK_IDS } from '../../../shared/check/check-id.ts'
import { checkLetter } from '../../../shared/check/check-letter.ts'
import { type CanonicalText, NO_ANCHORS } from '../../../shared/letter/canonical.ts'
import type { Span } from '../../../shared/letter/place.ts'
import { project } from '../../../shared/letter/project.ts'
import { type MentionRecord, NO_RECORDS } from '../../../shared/letter/records.ts'
import { NO_TRANSLATION_SET } from '../../../shared/translate/translation-set.ts'

/** How large the letter of a measurement is. */
export interface LetterSize {
  readonly characters: number
  readonly paragraph: number
  readonly tags: number
  /** Whether the checks have looked at the letter and what they notice is drawn in it. */
  readonly isChecked?: boolean
}

declare global {
  interface Window {
    bench: {
      /** Opens a letter in one of the two editors with the cursor in its middle, and waits until all of it is drawn. */
      open(kind: 'bare' | 'epistula', size: LetterSize): Promise<void>
      /** Types characters by dispatch and forces the layout after each: milliseconds for each. */
      dispatch(keys: string): number[]
      /** Types characters by dispatch and waits for the frame of each to be drawn. */
      draw(keys: string): Promise<void>
      /** Milliseconds from each real keydown to the layout after its input, since the last call. */
      takeKeys(): number[]
      length(): number
    }
  }
}

const WORDS =
  'the old barges lay at the river mouth and waited for timber from upstream until'.split(' ')

function inventedText({ characters, paragraph, tags }: LetterSize): CanonicalText {
  const blocks = []
  let word = 0
  for (let done = 0, i = 0; done < characters; i++) {
    let text = ''
    while (text.length < Math.min(paragraph, characters - done))
      text += `${WORDS[word++ % WORDS.length]} `
    blocks.push({ id: `b${i}`, kind: 'paragraph' as const, text: `${text.trim()}.` })
    done += text.length
  }
  const mentions: Record<string, MentionRecord> = {}
  const anchors: Record<string, Span> = {}
  const perBlock = Math.ceil(tags / blocks.length)
  for (let i = 0; i < tags; i++) {
    const block = blocks[i % blocks.length] as (typeof blocks)[number]
    const from = Math.floor((Math.floor(i / blocks.length) * (block.text.length - 10)) / perBlock)
    const id = `m${i}`
    anchors[id] = {
      from: { block: block.id, offset: from },
      to: { block: block.id, offset: from + 7 },
    }
    mentions[id] = { id, kind: 'person', cert: 'high', by: 'ed-a', at: '2026-01-01T00:00:00Z' }
  }
  return {
    machine: { lang: 'en', blocks },
    anchors: { ...NO_ANCHORS, mentions: anchors },
    records: { ...NO_RECORDS, mentions },
  }
}

// Every check is on, and a word of each line is spelt wrong.
const EVERY_CHECK: CheckContext = {
  translation: {
    ...NO_TRANSLATION_SET,
    checks: Object.fromEntries(CHECK_IDS.map((id) => [id, true])),
  },
  entities: [],
  isSpelt: (word) => word !== 'timber',
}

let view: EditorView
let type: (text: string) => void
let keys: number[] = []
let ids = 0

function openBare(mount: HTMLElement, text: CanonicalText): void {
  view = new EditorView(mount, {
    state: EditorState.create({ doc: project(text), plugins: [history()] }),
    attributes: { class: 'letter-text' },
  })
  type = (typed) => view.dispatch(view.state.tr.insertText(typed).scrollIntoView())
}

function openOurs(mount: HTMLElement, text: CanonicalText, isChecked: boolean): void {
  const context = {
    side: 'translation' as const,
    machine: text.machine,
    author: () => 'ed-a',
    now: () => '2026-01-01T00:00:00Z',
    newId: (prefix: string) => `${prefix}-x${++ids}`,
  }
  const editor = createLetterEditor(mount, {
    ...context,
    side: 'translation',
    text,
    readOnly: false,
    onAction: () => undefined,
    onUpdate: () => undefined,
    translate: (key) => key,
  })
  editor.setView('corrected')
  if (isChecked) {
    const letter = { id: 'ep-1', translation: text, original: null }
    editor.showProblems(checkLetter(letter, EVERY_CHECK))
  }
  view = editor.view
  type = (typed) => {
    const { from, to } = view.state.selection
    typeText(view, { context, canType: () => true }, from, to, typed)
  }
}

function layout(): void {
  view.dom.getBoundingClientRect()
}

// A key is done when the view has taken over the state that has its change, and the layout is there.
function watchKeys(): void {
  let began = 0
  keys = []
  view.dom.addEventListener(
    'keydown',
    () => {
      began = performance.now()
    },
    true,
  )
  const update = view.updateState.bind(view)
  view.updateState = (state) => {
    const changed = state.doc !== view.state.doc
    update(state)
    if (!changed || began === 0) return
    layout()
    keys.push(performance.now() - began)
    began = 0
  }
}

window.bench = {
  open: async (kind, size) => {
    view?.destroy()
    const mount = document.querySelector('main') as HTMLElement
    const text = inventedText(size)
    if (kind === 'bare') openBare(mount, text)
    else openOurs(mount, text, size.isChecked ?? false)
    const { doc } = view.state
    const middle = Math.floor(doc.content.size / 2)
    view.dispatch(
      view.state.tr.setSelection(TextSelection.near(doc.resolve(middle))).scrollIntoView(),
    )
    view.focus()
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
    layout()
    watchKeys()
  },
  dispatch: (typed) =>
    [...typed].map((character) => {
      const began = performance.now()
      type(character)
      layout()
      return performance.now() - began
    }),
  draw: async (typed) => {
    for (const character of typed) {
      type(character)
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    }
  },
  takeKeys: () => keys.splice(0),
  length: () => view.state.doc.textContent.length,
}
