import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SchemaChoice } from '../../../shared/tei/schema/schema-choice.ts'
import type { ExportRequest, TeiSourceRow, TeiSources } from '../../session/session.ts'
import { Button } from '../kit/button.tsx'
import { type Choice, Select } from '../kit/select.tsx'
import { useSession } from '../session-context.tsx'

/** The files of others that letters go back into, and what each is checked against; nothing where there is none. */
export function TeiSourcesField({ letters }: ExportRequest) {
  const { t } = useTranslation()
  const session = useSession()
  const [found, setFound] = useState<TeiSources | null>(null)
  const read = useCallback(() => session.teiSources({ letters }), [session, letters])
  useEffect(() => {
    let isCurrent = true
    void read().then((sources) => isCurrent && setFound(sources))
    return () => {
      isCurrent = false
    }
  }, [read])
  if (!found || found.sources.length === 0) return null
  const choose = async (sources: readonly TeiSourceRow[], choice: SchemaChoice) => {
    const hashes = sources.map(({ sha256 }) => sha256)
    await session.chooseSchema(hashes, choice)
    setFound(await read())
  }
  const choices: Choice[] = [
    { id: 'none', text: t('tei.schema.none') },
    { id: 'profile', text: t('tei.schema.profile') },
    ...found.schemas.map(({ sha256, name }) => ({ id: sha256, text: name })),
  ]
  return (
    <section className="tei-sources" aria-label={t('tei.sources.title')}>
      <h3>{t('tei.sources.title')}</h3>
      <p className="muted">{t('tei.sources.why', { count: found.sources.length })}</p>
      <ul className="plain-list">
        {found.sources.map((source) => (
          <li key={source.sha256} className="tei-source">
            <Select
              label={t('tei.sources.checkedAgainst', { name: source.name })}
              choices={choices}
              value={idOf(source.choice)}
              onChange={(id) => void choose([source], choiceOf(id))}
            />
          </li>
        ))}
      </ul>
      <AddSchema onAdded={(sha256) => void choose(found.sources, { kind: 'schema', sha256 })} />
    </section>
  )
}

function AddSchema({ onAdded }: { readonly onAdded: (sha256: string) => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const add = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    setFault(null)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const added = await session.addSchema({ name: file.name, bytes })
    setBusy(false)
    if (added.ok) onAdded(added.sha256)
    else setFault(t('tei.schema.refused', { name: file.name, message: added.message }))
    if (input.current) input.current.value = ''
  }
  return (
    <div>
      <input
        ref={input}
        type="file"
        accept=".rng,.xml"
        hidden
        data-testid="schema-file"
        onChange={(event) => void add(event.target.files?.[0])}
      />
      <Button isDisabled={busy} onPress={() => input.current?.click()}>
        {busy ? t('tei.schema.compiling') : t('tei.schema.choose')}
      </Button>
      {fault ? (
        <p className="field-error" role="alert">
          {fault}
        </p>
      ) : null}
    </div>
  )
}

function idOf(choice: SchemaChoice): string {
  return choice.kind === 'schema' ? choice.sha256 : choice.kind
}

function choiceOf(id: string): SchemaChoice {
  return id === 'none' || id === 'profile' ? { kind: id } : { kind: 'schema', sha256: id }
}
