import { ChevronDown } from 'lucide-react'
import {
  Button as AriaButton,
  Popover as AriaPopover,
  Dialog,
  DialogTrigger,
  Header,
  ListBox,
  ListBoxItem,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { PageEncoding } from '../../../shared/import/encodings.ts'
import type { ReviewPage } from '../../session/review-state.ts'
import { useSession } from '../session-context.tsx'

/** The encoding a page was read in; pressed, what else its bytes could be, each with the text as it would begin. */
export function EncodingMenu({ page }: { readonly page: ReviewPage }) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const others = page.alternatives.filter(({ encoding }) => encoding !== page.encoding)
  const sure = page.confidence.toLocaleString(i18n.language, { style: 'percent' })
  const words = page.confidence < 1 ? `${page.encoding}, ${sure}` : page.encoding
  if (others.length === 0) return <span className="muted">{words}</span>
  return (
    <DialogTrigger>
      <AriaButton className="encoding" aria-label={t('review.encoding', { encoding: words })}>
        {words}
        <ChevronDown size={13} aria-hidden />
      </AriaButton>
      <AriaPopover className="popover encodings" offset={4}>
        <Dialog className="popover-body" aria-label={t('review.encodings')}>
          {({ close }) => (
            <>
              <Header className="field-label">{t('review.encodings')}</Header>
              <ListBox
                className="list"
                aria-label={t('review.encodings')}
                autoFocus
                onAction={(id) => {
                  close()
                  void session.review.reencode(page.key, String(id) as PageEncoding)
                }}
              >
                {others.map(({ encoding, sample }) => (
                  <ListBoxItem
                    className="list-item encoding-choice"
                    key={encoding}
                    id={encoding}
                    textValue={encoding}
                  >
                    <span>{encoding}</span>
                    <span className="serif">{sample}</span>
                  </ListBoxItem>
                ))}
              </ListBox>
            </>
          )}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
