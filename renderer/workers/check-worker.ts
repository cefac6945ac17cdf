import type { CollectionFacts } from '../../shared/check/collection-facts.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { NO_TRANSLATION_SET } from '../../shared/translate/translation-set.ts'
import type { CheckAnswer, CheckKnowledge, CheckQuestion } from './check-messages.ts'
import { createFactsMemory, type FactsMemory } from './facts-memory.ts'
import { createFinder } from './find-problems.ts'
import { loadSpeller } from './load-speller.ts'
import { openLibrary } from './open-library.ts'
import { createSideReceiver } from './side-message.ts'

type Question = Extract<CheckQuestion, { kind: 'check' }>

const answer = (message: CheckAnswer): void => self.postMessage(message)

const receive = { translation: createSideReceiver(), original: createSideReceiver() }
// Without its dictionary or the library the worker still checks everything else; the fault is told with the next answer.
let fault: string | null = null
const finder = loadSpeller()
  .catch((cause: unknown) => {
    fault = String(cause)
    return null
  })
  .then(createFinder)

let knowledge: CheckKnowledge = { translation: NO_TRANSLATION_SET, entities: [] }
let latest = 0

/** So long nothing must have been asked until other letters are read, in milliseconds. */
const PAUSE_MS = 1200

let isPatient = false
let facts: CollectionFacts | null = null
let asked: CanonicalLetter | null = null
let timer: ReturnType<typeof setTimeout> | undefined
let opening: Promise<FactsMemory> | null = null

async function openMemory(): Promise<FactsMemory> {
  return createFactsMemory(await openLibrary(), (id) => {
    if (isPatient || id === asked?.id) return
    learnLater()
  })
}

/** Reads what other letters say; gives whether that is news. What fails is told and tried again with the next pause. */
async function learn(letter: CanonicalLetter, isCancelled: () => boolean): Promise<boolean> {
  try {
    opening ??= openMemory().catch((cause: unknown) => {
      opening = null
      throw cause
    })
    const found = await (await opening).gather(letter, isCancelled)
    if (found === null || found === facts) return false
    facts = found
    return true
  } catch (cause) {
    fault = String(cause)
    return false
  }
}

function learnLater(): void {
  clearTimeout(timer)
  const letter = asked
  const question = latest
  if (!letter) return
  timer = setTimeout(async () => {
    if (await learn(letter, () => latest !== question)) answer({ kind: 'learnt' })
  }, PAUSE_MS)
}

function letterOf({ letter: id, translation, original }: Question): CanonicalLetter {
  return {
    id,
    translation: receive.translation(translation),
    original: original && receive.original(original),
  }
}

async function check(question: Question): Promise<CheckAnswer> {
  const { id } = question
  const letter = letterOf(question)
  isPatient = question.isPatient
  // What another letter was held against counts this one as it was when it was read.
  if (asked && asked.id !== letter.id && !isPatient) facts = null
  asked = letter
  const known = knowledge
  const find = await finder
  // Questions that came meanwhile are taken in first: only the last one is worth an answer.
  await new Promise((resolve) => setTimeout(resolve))
  if (isPatient && !facts) await learn(letter, () => false)
  if (id !== latest) return { id, kind: 'superseded' }
  const problems = find(letter, known, facts)
  if (!isPatient) learnLater()
  const told = fault
  fault = null
  return { id, kind: 'checked', problems, ...(told !== null && { fault: told }) }
}

self.addEventListener('message', ({ data }: MessageEvent<CheckQuestion>) => {
  if (data.kind === 'know') {
    knowledge = data.knowledge
    return
  }
  latest = data.id
  check(data).then(answer, (cause: unknown) => {
    const message = cause instanceof Error ? cause.message : String(cause)
    answer({ id: data.id, kind: 'failed', message })
  })
})
