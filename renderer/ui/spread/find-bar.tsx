import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { compileQuery } from '../../../shared/translate/spread/find-text.ts'
import type { SpreadHit } from '../../../shared/translate/spread/spread-hit.ts'
import type { LetterEditor } from '../../editor/letter-editor.ts'
import type { Session } from '../../session/session.ts'
import { Button } from '../kit/button.tsx'
import { useFocusAtOnce } from '../kit/use-focus-at-once.ts'
import { useSettledEditor } from '../letter/use-letter.ts'
import { useSession, useSessionState } from '../session-context.tsx'
import { openDialog } from '../ui-state.ts'
import { closeFindBar, useFindBar } from './find-bar-state.ts'
import './spread.css'

/** Finds in the text that has the cursor, as it reads in the present view. Enter goes to the next place, Shift+Enter to the one before, Ctrl+Enter puts the cursor there, Esc goes back to where it was. */
export function FindBar() {
  const isOpen = useFindBar((state) => state.isOpen)
  return isOpen ? <OpenFindBar /> : null
}

function OpenFindBar() {
  const { t } = useTranslation()
  const session = useSession()
  const { text, isWord, matchCase } = useFindBar()
  const { editor, hits } = useHits()
  const [at, setAt] = useState(0)
  const here = hits.length === 0 ? -1 : Math.min(at, hits.length - 1)
  // Asked for again, the field takes the focus again.
  const field = useFocusAtOnce<HTMLInputElement>(
    true,
    useFindBar((state) => state.turn),
  )
  useShown(editor, hits, here)
  const step = (by: 1 | -1) => hits.length > 0 && setAt((here + by + hits.length) % hits.length)
  const leave = (isThere: boolean) => {
    const hit = hits[here]
    closeFindBar()
    if (isThere && hit) editor?.selectPlace(placeOf(hit))
    editor?.focus()
    editor?.view.dispatch(editor.view.state.tr.scrollIntoView())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isMod = event.ctrlKey || event.metaKey
    if (event.key === 'Escape') leave(false)
    else if (event.key === 'Enter' && isMod) leave(true)
    else if (event.key === 'Enter' || event.key === 'F3') step(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search className="find-bar" onKeyDown={onKeyDown}>
      <input
        ref={field}
        className="input"
        aria-label={t('spread.find')}
        placeholder={t('spread.find')}
        value={text}
        onChange={(event) => {
          setAt(0)
          useFindBar.setState({ text: event.target.value })
        }}
      />
      <span className="find-count" role="status">
        {text === '' ? '' : t('spread.hitOf', { at: here + 1, count: hits.length })}
      </span>
      <Button tip={t('spread.previous')} tipKeys="Shift-Enter" onPress={() => step(-1)}>
        ↑
      </Button>
      <Button tip={t('spread.next')} tipKeys="Enter" onPress={() => step(1)}>
        ↓
      </Button>
      <Toggle name="isWord" is={isWord} label={t('spread.kind.word')} />
      <Toggle name="matchCase" is={matchCase} label={t('spread.matchCase')} />
      <Button
        onPress={() => replaceInstead(session, text)}
        tip={t('spread.findTitle')}
        tipKeys="Mod-h"
      >
        {t('spread.replace')}
      </Button>
      <Button
        look="quiet"
        className="find-close"
        onPress={() => leave(false)}
        tip={t('app.close')}
        tipKeys="Escape"
      >
        ✕
      </Button>
    </search>
  )
}

function Toggle(props: {
  readonly name: 'isWord' | 'matchCase'
  readonly is: boolean
  readonly label: string
}) {
  return (
    <ToggleButton
      className="find-toggle"
      isSelected={props.is}
      onChange={(is) => useFindBar.setState({ [props.name]: is })}
    >
      {props.label}
    </ToggleButton>
  )
}

function replaceInstead(session: Session, text: string): void {
  closeFindBar()
  const scope = session.state.getState().open ? 'letter' : 'collection'
  openDialog({ kind: 'find', text, scope })
}

// The letter is read again a moment after each change of it.
function useHits(): { readonly editor: LetterEditor | null; readonly hits: readonly SpreadHit[] } {
  const side = useSessionState((state) => state.open?.activeSide ?? 'translation')
  const view = useSessionState((state) => state.open?.view)
  const editor = useSettledEditor(side)
  const { text, isWord, matchCase } = useFindBar()
  const doc = editor?.state().doc
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document is another text
  const hits = useMemo(() => {
    if (!editor || text === '') return []
    const layer = view === 'machine' ? 'machine' : 'corrected'
    const kind = isWord ? 'word' : 'literal'
    const query = compileQuery({ ...{ text, kind, matchCase, layer, replacement: null } })
    const letter = { id: '', translation: editor.canonical(), original: null }
    return query.status === 'ready' ? query.find(letter) : []
  }, [editor, doc, view, text, isWord, matchCase])
  return { editor, hits }
}

function placeOf({ layer, block, from, to }: SpreadHit) {
  return { layer: layer === 'machine' ? 'machine' : 'corrected', block, from, to } as const
}

// The places are marked in the text and the one that one is at is brought into view, as long as the bar is there.
function useShown(editor: LetterEditor | null, hits: readonly SpreadHit[], here: number): void {
  useEffect(() => {
    editor?.showFound(hits.map(placeOf), here)
    const found = editor?.view.dom.querySelector('.found-here')
    found?.scrollIntoView({ block: 'center' })
  }, [editor, hits, here])
  useEffect(() => {
    if (!editor) return
    return () => {
      if (!editor.view.isDestroyed) editor.showFound([], -1)
    }
  }, [editor])
}
