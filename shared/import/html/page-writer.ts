/** A place in the text that is being written: line and column, both 0-based, in UTF-16 units. */
export interface Place {
  line: number
  column: number
}

/** What lays text out in lines as browsers do. */
export type PageWriter = ReturnType<typeof createPageWriter>

interface PageState {
  readonly lines: string[]
  current: string
  /** White space was read and not written yet. */
  space: boolean
  /** A tabulator is due before the next text. */
  tab: boolean
  /** Line ends wanted before the next text, beyond that of the line before. */
  wanted: 0 | 1 | 2
  /** Block breaks do nothing: a number of a list stands at the start of the line. */
  glued: boolean
  /** Places that are where the next character will be. */
  waiting: Place[]
}

function endLine(state: PageState): void {
  state.lines.push(state.current)
  state.current = ''
  state.space = false
  state.tab = false
}

/** Whatever was due before the next character. */
function settle(state: PageState): void {
  const { lines } = state
  if (state.current === '' && state.wanted === 2 && lines.length > 0 && lines.at(-1) !== '')
    lines.push('')
  state.wanted = 0
  state.glued = false
  if (state.current !== '' && state.tab) state.current += '\t'
  else if (state.current !== '' && state.space) state.current += ' '
  state.space = false
  state.tab = false
  for (const place of state.waiting) {
    place.line = lines.length
    place.column = state.current.length
  }
  state.waiting = []
}

function write(state: PageState, text: string): void {
  if (text === '') return
  settle(state)
  state.current += text
}

// The white space that HTML collapses; no-break spaces stay.
const SPACE = /[ \t\n\r\f]+/

function writeCollapsed(state: PageState, text: string): void {
  const words = text.split(SPACE)
  words.forEach((word, index) => {
    if (index > 0) state.space = true
    write(state, word)
  })
}

function lineBreak(state: PageState): void {
  state.glued = false
  if (state.current === '' && state.wanted > 0 && state.lines.length > 0) state.wanted = 0
  endLine(state)
}

function writePreserved(state: PageState, text: string): void {
  text.split(/\r\n?|\n/).forEach((line, index) => {
    if (index > 0) lineBreak(state)
    write(state, line)
  })
}

function blockBreak(state: PageState, breaks: 1 | 2): void {
  if (state.glued) return
  if (state.current !== '') endLine(state)
  state.space = false
  state.wanted = Math.max(state.wanted, breaks) as 1 | 2
}

/** Starts with an empty page. */
export function createPageWriter() {
  const state: PageState = {
    lines: [],
    current: '',
    space: false,
    tab: false,
    wanted: 0,
    glued: false,
    waiting: [],
  }
  return {
    /** Text of a line; white space is collapsed unless it counts. */
    text: (text: string, preserved: boolean): void =>
      preserved ? writePreserved(state, text) : writeCollapsed(state, text),
    /** The number of a list item: what follows stays in its line. */
    marker(text: string): void {
      write(state, text)
      state.space = true
      state.glued = true
    },
    unglue(): void {
      state.glued = false
    },
    /** A printed end of a line. */
    lineBreak: (): void => lineBreak(state),
    /** The edge of a block; 2 sets it off by a blank line. */
    blockBreak: (breaks: 1 | 2): void => blockBreak(state, breaks),
    /** White space that is not in the text, such as that between two blocks in one cell. */
    space(): void {
      state.space = true
    },
    /** The next text stands in another cell of the same row. */
    cell(): void {
      state.tab = true
    },
    /** Where the next character will be; filled in when it is written. */
    mark(): Place {
      const place = { line: -1, column: 0 }
      state.waiting.push(place)
      return place
    },
    /** Where the last character ends. */
    here(): Place {
      if (state.current !== '' || state.lines.length === 0)
        return { line: state.lines.length, column: state.current.length }
      return { line: state.lines.length - 1, column: state.lines.at(-1)?.length ?? 0 }
    },
    /** The lines, without blank ones at the end. */
    finish(): string[] {
      if (state.current !== '') endLine(state)
      const { lines } = state
      while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop()
      for (const place of state.waiting) place.line = lines.length
      return lines
    },
  }
}
