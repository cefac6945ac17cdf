/** What the stand-in was started with. */
export interface StandinConfig {
  readonly appPath: string
  readonly pack: {
    readonly name?: string
    readonly productName?: string
    readonly version?: string
  }
  readonly isPackaged: boolean
  readonly args: readonly string[]
}

let config: StandinConfig | undefined

/** Sets what the app was started with; once, before its bundle runs. */
export function configure(given: StandinConfig): void {
  config = given
}

/** What the app was started with. */
export function standinConfig(): StandinConfig {
  if (!config) throw new Error('The stand-in was not configured')
  return config
}

/** A call of an interface that has no effect here, kept for tests to read. */
export interface RecordedCall {
  readonly what: string
  readonly args: readonly unknown[]
}

/** Every recorded call, in order. */
export const recordedCalls: RecordedCall[] = []

/** A function that does nothing but record its calls under a name. */
export function recorder(what: string): (...args: unknown[]) => void {
  return (...args) => {
    recordedCalls.push({ what, args })
  }
}

/** An event that a listener can prevent, with the fields that this kind of event has. */
export function preventable<T extends object>(fields: T) {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
    ...fields,
  }
}

/** Whether the app is ready: windows can be made, schemes no longer registered. */
export const life = { isReady: false, isQuitting: false }
