import i18next from 'i18next'
import type { StoreApi } from 'zustand/vanilla'
import type { Host } from '../host/host.ts'
import type { Failed } from '../storage/failure.ts'
import type { Store } from '../storage/store.ts'
import type { Notice, Progress, SessionState } from './session.ts'
import { noticesNotAbout, noticesWithoutOffers, withNotice } from './with-notice.ts'

/** What every part of the session works with. */
export interface Surroundings {
  readonly store: Store
  readonly host: Host
  readonly state: StoreApi<SessionState>
  /** Waited for before something that the keys of undo do not take back: a safety copy is made where one is due. */
  readonly beforeRisk: () => Promise<void>
}

/** The time now: ISO 8601 in UTC. */
export function timeNow(): string {
  return new Date().toISOString()
}

/** A new id with this prefix: an NCName with 48 random bits, unique in a letter for all practical purposes. */
export function newRecordId(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6))
  return `${prefix}-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** A sentence of the interface in the person's language. */
export function say(key: string, values: Record<string, string | number> = {}): string {
  const translate = i18next.t as (key: string, values: Record<string, unknown>) => string
  return translate(key, values)
}

let notices = 0

/** Shows a short message. What is said of the work under review goes with it, and so does what belongs `here`. */
export function notify(
  { state }: Pick<Surroundings, 'state'>,
  tone: Notice['tone'],
  text: string,
  action?: Notice['action'],
  here = false,
): void {
  const { screen } = state.getState()
  const isHere = here || (tone === 'good' && !action && screen === 'review')
  add({ state }, { tone, text, ...(action && { action }), ...(isHere && { screen }) })
}

/** Says something of a thing with an id; goes with the screen and the open letter, and with what is done with that thing next. */
export function notifyAbout(
  { state }: Pick<Surroundings, 'state'>,
  about: string,
  tone: Notice['tone'],
  text: string,
  action?: Notice['action'],
): void {
  const { screen, open } = state.getState()
  const letter = open?.id ?? null
  add({ state }, { tone, text, about, screen, letter, ...(action && { action }) })
}

/** Takes away what was said before of something with an id: what is done with it now says itself. */
export function withdrawAbout({ state }: Pick<Surroundings, 'state'>, about: string): void {
  state.setState(({ notices: all }) => ({ notices: noticesNotAbout(all, about) }))
}

function add({ state }: Pick<Surroundings, 'state'>, said: Omit<Notice, 'id' | 'at'>): void {
  const notice: Notice = { id: ++notices, at: performance.now(), ...said }
  state.setState(({ notices: all }) => ({ notices: withNotice(all, notice) }))
}

/** Says that work was done on these letters, so that nothing was taken away, and offers to do it all the same; goes with the screen. */
export function notifyWorkedOn(
  surroundings: Surroundings,
  count: number,
  action: NonNullable<Notice['action']>,
): void {
  notify(surroundings, 'bad', say('session.workedOn', { count }), action, true)
}

/** Takes away what earlier messages offered, once letters were taken away or brought back. */
export function withdrawOffers({ state }: Pick<Surroundings, 'state'>): void {
  state.setState(({ notices: all }) => ({ notices: noticesWithoutOffers(all) }))
}

/** Says what failed in the store, in plain words with the cause; what was only late and is kept after all is not said any longer. */
export function notifyFailure(surroundings: Surroundings, failed: Failed): void {
  const text = say(`session.failure.${failed.cause}`)
  notify(surroundings, 'bad', text)
  failed.late?.then(({ status }) => {
    if (status !== 'failed') withdraw(surroundings, text)
  }, reportError)
}

function withdraw({ state }: Surroundings, text: string): void {
  state.setState(({ notices: all }) => ({ notices: all.filter((one) => one.text !== text) }))
}

/** Shows how far long work is, or that it is over. */
export function showProgress({ state }: Surroundings, progress: Progress | null): void {
  state.setState({ progress })
}
