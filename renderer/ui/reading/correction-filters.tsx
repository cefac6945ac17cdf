import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isCheckId } from '../../../shared/check/check-id.ts'
import { useSessionState } from '../session-context.tsx'
import {
  ALL_CORRECTIONS,
  type CorrectionFacets,
  type CorrectionFilter,
  type CorrectionOrder,
} from './filter-corrections.ts'

interface FiltersProps {
  readonly filter: CorrectionFilter
  readonly onFilter: (filter: CorrectionFilter) => void
  readonly order: CorrectionOrder
  readonly onOrder: (order: CorrectionOrder) => void
  readonly facets: CorrectionFacets
  readonly shown: number
}

/** Narrows the list of corrections by words, and by what parts them: kind, weight, verdict, person, check, guesses. */
export function CorrectionFilters(props: FiltersProps) {
  const { t } = useTranslation()
  const { filter, onFilter, shown } = props
  const [isOpen, setOpen] = useState(false)
  const isNarrowed = JSON.stringify(filter) !== JSON.stringify(ALL_CORRECTIONS)
  return (
    <div className="correction-filters">
      <input
        type="search"
        className="input"
        aria-label={t('reading.filter.text')}
        placeholder={t('reading.filter.text')}
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.target.value })}
      />
      <button
        type="button"
        className="btn btn-quiet"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t('reading.filter.more')}
      </button>
      {isOpen && <MoreFilters {...props} />}
      <p className="filter-line" role="status">
        {t('reading.filter.shown', { count: shown })}
        {isNarrowed && (
          <button type="button" className="btn btn-link" onClick={() => onFilter(ALL_CORRECTIONS)}>
            {t('reading.filter.clear')}
          </button>
        )}
      </p>
    </div>
  )
}

function MoreFilters({ filter, onFilter, order, onOrder, facets }: FiltersProps) {
  const { t } = useTranslation()
  const editors = useSessionState((state) => state.editors)
  const nameOf = (id: string) =>
    editors.find((editor) => editor.id === id)?.name ?? t('letterView.columns.unnamed')
  const set = <K extends keyof CorrectionFilter>(key: K) => ({
    value: String(filter[key]),
    onChange: (value: string) => onFilter({ ...filter, [key]: value }),
  })
  return (
    <div className="filter-more">
      <Facet
        label={t('letterView.corrections.category')}
        options={facets.category.map((id) => [id, t(`category.${id}`)])}
        {...set('category')}
      />
      <Facet
        label={t('letterView.corrections.severity')}
        options={facets.severity.map((id) => [id, t(`severity.${id}`)])}
        {...set('severity')}
      />
      <Facet
        label={t('reading.filter.verdict')}
        options={facets.verdict.map((id) => [id, t(`reading.verdict.${id}`)])}
        {...set('verdict')}
      />
      <Facet
        label={t('reading.filter.author')}
        options={facets.author.map((id) => [id, nameOf(id)])}
        {...set('author')}
      />
      <Facet
        label={t('reading.filter.check')}
        options={facets.check.map((id) => [id, isCheckId(id) ? t(`check.${id}.name`) : id])}
        {...set('check')}
      />
      {facets.guessed > 0 && (
        <label className="filter-guessed">
          <input
            type="checkbox"
            checked={filter.guessed}
            onChange={(event) => onFilter({ ...filter, guessed: event.target.checked })}
          />
          {t('reading.filter.guessed', { count: facets.guessed })}
        </label>
      )}
      <label className="filter-facet">
        <span>{t('reading.filter.order')}</span>
        <select
          className="select-button"
          value={order}
          onChange={(event) => onOrder(event.target.value as CorrectionOrder)}
        >
          <option value="place">{t('reading.filter.byPlace')}</option>
          <option value="time">{t('reading.filter.byTime')}</option>
        </select>
      </label>
    </div>
  )
}

// What has one value only parts nothing, and is not offered, unless the list is narrowed by it.
function Facet(props: {
  readonly label: string
  readonly options: readonly (readonly [string, string])[]
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const { t } = useTranslation()
  if (props.options.length < 2 && props.value === '') return null
  return (
    <label className="filter-facet">
      <span>{props.label}</span>
      <select
        className="select-button"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      >
        <option value="">{t('reading.filter.all')}</option>
        {props.options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
