import { FileInput, X } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import { Button as AriaButton, Input, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { LETTER_STATES } from '../../../shared/letter/records.ts'
import { runById } from '../../commands/run-by-id.ts'
import { Button } from '../kit/button.tsx'
import { type Choice, Select } from '../kit/select.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { setFilter, uiState, useUi } from '../ui-state.ts'
import { type Counts, countChoices, type LibraryFilter, NO_FILTER } from './filter-letters.ts'

const ANY = ''

/** What the library is narrowed by, each narrowing cleared by itself; the values show how many letters they would leave. */
export function FilterBar({ shown }: { shown: number }) {
  const { t } = useTranslation()
  const session = useSession()
  const letters = useSessionState((state) => state.letters)
  const filter = useUi((ui) => ui.filter)
  const choices = useChoices(filter)
  return (
    <div className="filters" data-pane="filters">
      <SearchField
        className="filter-text"
        aria-label={t('library.filterText')}
        value={filter.text}
        onChange={(text) => setFilter({ text })}
      >
        <Input className="input" placeholder={t('library.filterLooksIn')} />
      </SearchField>
      <Select
        label={t('library.person')}
        labelHidden
        choices={choices.persons}
        value={filter.person}
        onChange={(person) => setFilter({ person })}
      />
      <Select
        label={t('library.year')}
        labelHidden
        choices={choices.years}
        value={filter.year}
        onChange={(year) => setFilter({ year })}
      />
      <Select
        label={t('library.state')}
        labelHidden
        choices={choices.states}
        value={filter.state}
        onChange={(id) => setFilter({ state: LETTER_STATES.find((one) => one === id) ?? ANY })}
      />
      <Chips filter={filter} />
      <span className="grow" />
      <output className="filter-count">
        {shown < letters.length ? t('library.shown', { count: letters.length, shown }) : null}
      </output>
      <Button onPress={() => runById(session, 'file.import')} keys="Mod-o">
        <FileInput size={14} aria-hidden />
        {t('library.import')}
      </Button>
    </div>
  )
}

function Chips({ filter }: { filter: LibraryFilter }) {
  const { t } = useTranslation()
  const words: Record<keyof LibraryFilter, string> = {
    text: filter.text && t('app.quoted', { words: filter.text }),
    person: filter.person,
    year: filter.year === '-' ? t('library.undated') : filter.year,
    state: filter.state && t(`letterState.${filter.state}`),
  }
  const used = (Object.keys(words) as (keyof LibraryFilter)[]).filter((key) => words[key])
  if (used.length === 0) return null
  return (
    <div className="chips">
      {used.map((key) => (
        <AriaButton
          key={key}
          className="chip"
          aria-label={t('library.clear', { what: words[key] })}
          onPress={() => setFilter({ [key]: '' })}
        >
          {words[key]}
          <X size={12} aria-hidden />
        </AriaButton>
      ))}
      {used.length > 1 ? (
        <Button look="link" onPress={() => uiState.setState({ filter: NO_FILTER })}>
          {t('library.clearAll')}
        </Button>
      ) : null}
    </div>
  )
}

function useChoices(filter: LibraryFilter) {
  const { t } = useTranslation()
  const letters = useSessionState((state) => state.letters)
  const locale = useSessionState((state) => state.settings.locale)
  // Counting follows the typing a moment later, so that it never holds up a key.
  const settled = useDeferredValue(filter)
  return useMemo(() => {
    const counts = countChoices(letters, settled)
    const collator = new Intl.Collator(locale, { numeric: true })
    const list = (
      any: string,
      from: Counts,
      compare: (a: string, b: string) => number,
      words: (id: string) => string = (id) => id,
    ): readonly Choice[] => [
      { id: ANY, text: any },
      ...[...from.keys()]
        .sort(compare)
        .map((id) => ({ id, text: words(id), count: from.get(id) ?? 0 })),
    ]
    const yearName = (year: string) => (year === '-' ? t('library.undated') : year)
    const states = LETTER_STATES.filter((state) => counts.states.has(state))
    return {
      persons: list(t('library.anyPerson'), counts.persons, collator.compare),
      years: list(t('library.anyYear'), counts.years, (a, b) => (a < b ? -1 : 1), yearName),
      states: [
        { id: ANY, text: t('library.anyState') },
        ...states.map((id) => ({
          id,
          text: t(`letterState.${id}`),
          count: counts.states.get(id) ?? 0,
        })),
      ],
    }
  }, [letters, settled, locale, t])
}
