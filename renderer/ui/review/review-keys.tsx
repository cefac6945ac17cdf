import { useTranslation } from 'react-i18next'
import { Keys } from '../kit/kbd.tsx'
import { LINE_KINDS, SPAN_KEYS } from './line-keys.ts'
import { nameOf } from './review-words.ts'

/** The keys of the review that say what a line or chosen words are, for the list of all keys. */
export function ReviewKeys() {
  const { t } = useTranslation()
  const lines = LINE_KINDS.map((kind, at) => [String(at + 1), nameOf('lineKind', kind)] as const)
  const spans = SPAN_KEYS.map(({ key, kind }) => [key, nameOf('spanKind', kind)] as const)
  return (
    <>
      <KeyList title={t('review.keysOfLine')} rows={[...lines, ['0', t('review.asRead')]]} />
      <KeyList
        title={t('review.keysOfWords')}
        rows={[
          ['ArrowRight', t('review.hint.words')],
          ['Shift-ArrowRight', t('review.hint.more')],
          ...spans,
          ['1', t('review.hint.callout')],
          ['Delete', t('review.nothingOfIt')],
        ]}
      />
    </>
  )
}

function KeyList(props: {
  readonly title: string
  readonly rows: readonly (readonly [string, string])[]
}) {
  return (
    <section>
      <h3>{props.title}</h3>
      <dl>
        {props.rows.map(([keys, words]) => (
          <div className="shortcut" key={keys}>
            <dt>{words}</dt>
            <dd>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
