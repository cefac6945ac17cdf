import type { Host } from '../host/host.ts'
import type { Session, Settings } from '../session/session.ts'
import { changeLocale } from './i18n.ts'

/** Applies language and theme to the window, now and whenever they are changed. */
export async function followSettings(session: Session, host: Host): Promise<void> {
  const apply = async ({ theme, locale }: Settings) => {
    document.documentElement.dataset['theme'] = theme
    await Promise.all([changeLocale(locale), host.setTheme(theme)])
  }
  session.state.subscribe(({ settings }, before) => {
    if (settings !== before.settings) void apply(settings)
  })
  await apply(session.state.getState().settings)
}
