import { ExternalLink, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AUTHORITY_SCHEMES, type AuthorityLink } from '../../../shared/entity/entity.ts'
import { Button } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { Select } from '../kit/select.tsx'
import { useHost } from '../session-context.tsx'
import { checkAuthority, completeAuthority, schemeOf } from './check-authority.ts'

interface Props {
  readonly links: readonly AuthorityLink[]
  readonly onChange: (links: readonly AuthorityLink[]) => void
}

/** The links of an entry to authority files: kept as soon as the address is one of that file. */
export function AuthorityFields({ links, onChange }: Props) {
  const { t } = useTranslation()
  const [rows, setRows] = useState(links)
  const put = (index: number, link: AuthorityLink) => {
    const next = rows.map((row, at) => (at === index ? link : row))
    setRows(next)
    keep(next)
  }
  const keep = (next: readonly AuthorityLink[]) => {
    const good = next.filter((link) => checkAuthority(link) === null)
    if (JSON.stringify(good) !== JSON.stringify(links)) onChange(good)
  }
  const remove = (index: number) => {
    const next = rows.filter((_, at) => at !== index)
    setRows(next)
    keep(next)
  }
  return (
    <fieldset className="authority">
      <legend className="field-label">
        {t('register.authority')}
        <span className="tei"> · idno</span>
      </legend>
      {rows.map((link, index) => (
        <AuthorityRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name while it is typed
          key={index}
          link={link}
          onChange={(next) => put(index, next)}
          onRemove={() => remove(index)}
        />
      ))}
      <Button onPress={() => setRows([...rows, { scheme: 'Wikidata', url: '' }])}>
        <Plus size={14} aria-hidden />
        {t('register.addAuthority')}
      </Button>
    </fieldset>
  )
}

function AuthorityRow(props: {
  link: AuthorityLink
  onChange: (link: AuthorityLink) => void
  onRemove: () => void
}) {
  const { t } = useTranslation()
  const host = useHost()
  const { link, onChange, onRemove } = props
  const [typed, setTyped] = useState(link.url)
  const fault = typed === '' ? null : checkAuthority({ scheme: link.scheme, url: typed })
  const commit = () => {
    const url = completeAuthority(link.scheme, typed)
    const scheme = schemeOf(url) === 'other' ? link.scheme : schemeOf(url)
    setTyped(url)
    if (url !== link.url || scheme !== link.scheme) onChange({ scheme, url })
  }
  return (
    <div className="authority-row">
      <Select
        label={t('register.scheme')}
        labelHidden
        choices={AUTHORITY_SCHEMES.map((id) => ({
          id,
          text: id === 'other' ? t('register.otherScheme') : id,
        }))}
        value={link.scheme}
        onChange={(id) => {
          const scheme = AUTHORITY_SCHEMES.find((one) => one === id) ?? 'other'
          onChange({ scheme, url: typed })
        }}
      />
      <Field
        label={<span className="visually-hidden">{t('register.address')}</span>}
        type="url"
        value={typed}
        onChange={setTyped}
        onCommit={commit}
        placeholder={t('register.addressHint')}
        error={fault ? t(`register.fault.${fault}`, { scheme: link.scheme }) : null}
      />
      <Button
        look="quiet"
        isDisabled={typed === '' || fault !== null}
        onPress={() => void host.openExternal(typed)}
      >
        <ExternalLink size={14} aria-hidden />
        {t('register.open')}
      </Button>
      <Button look="quiet" onPress={onRemove}>
        {t('register.removeLink')}
      </Button>
    </div>
  )
}
