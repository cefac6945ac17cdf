import type { TFunction } from 'i18next'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TermLanguages } from '../../../shared/exchange/encode-tbx.ts'
import {
  type LeftOutTerm,
  readTermFile,
  type TermFile,
} from '../../../shared/exchange/read-term-file.ts'
import type { OpenedFile } from '../../../shared/ipc.ts'
import type { Term } from '../../../shared/translate/translation-set.ts'
import { Button } from '../kit/button.tsx'
import { useSession } from '../session-context.tsx'
import { TermPreview } from './term-preview.tsx'
import { freeIds } from './with-item.ts'

/** What a file holds for the glossary: what taking it would add and change, what of it is left out and why; or why it is not read. */
export function FileTerms(props: {
  readonly known: readonly Term[]
  readonly file: OpenedFile
  readonly onTake: (terms: readonly Term[]) => void
  readonly onLeave: () => void
}) {
  const { t } = useTranslation()
  const { known, file, onTake, onLeave } = props
  const languages = useTermLanguages()
  const read = useMemo(
    () => languages && readTermFile(file.bytes, languages, freeIds('t', known)),
    [file, languages, known],
  )
  const leave = <Button onPress={onLeave}>{t('words.terms.leaveFile')}</Button>
  return (
    <section className="words-form" aria-label={file.name}>
      <h2>{file.name}</h2>
      {read?.ok ? (
        <TermPreview
          known={known}
          terms={read.terms}
          leftOut={[
            ...read.leftOut.map((one) => sayLeftOut(one, t)),
            ...read.passedOver.map((one) =>
              t('words.terms.passedOver', { name: one.name, times: one.count }),
            ),
          ]}
          onTake={() => onTake(read.terms)}
          otherwise={leave}
        />
      ) : null}
      {read?.ok === false ? (
        <>
          <p className="bad" role="alert">
            {sayFault(read, t)}
          </p>
          <div className="words-actions">{leave}</div>
        </>
      ) : null}
    </section>
  )
}

function useTermLanguages(): TermLanguages | null {
  const session = useSession()
  const [languages, setLanguages] = useState<TermLanguages | null>(null)
  useEffect(() => {
    let isCurrent = true
    void session.termLanguages().then((found) => {
      if (isCurrent) setLanguages(found)
    })
    return () => {
      isCurrent = false
    }
  }, [session])
  return languages
}

function sayLeftOut({ line, cause, words }: LeftOutTerm, t: TFunction): string {
  if (cause === 'row') return t('words.terms.rowFault', { line, text: words })
  return t(`words.terms.leftOut.${cause}`, { line, words })
}

function sayFault({ code, line, message }: Extract<TermFile, { ok: false }>, t: TFunction): string {
  const why = t(`words.terms.fault.${code}`, { message })
  return line === null ? why : t('words.terms.faultAt', { line, why })
}
