import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { NO_TRANSLATION_SET } from '../../shared/translate/translation-set.ts'
import type { CheckAnswer, CheckKnowledge, CheckQuestion } from './check-messages.ts'
import { createFinder } from './find-problems.ts'
import { loadSpeller } from './load-speller.ts'
import { createSideReceiver } from './side-message.ts'

type Asked = Extract<CheckQuestion, { kind: 'check' }>

const answer = (message: CheckAnswer): void => self.postMessage(message)

const receive = { translation: createSideReceiver(), original: createSideReceiver() }
// Without its dictionary the worker still checks everything else; the fault is told with the first answer.
let fault: string | null = null
const finder = loadSpeller()
  .catch((cause: unknown) => {
    fault = String(cause)
    return null
  })
  .then(createFinder)

let knowledge: CheckKnowledge = { translation: NO_TRANSLATION_SET, entities: [] }
let latest = 0

function letterOf({ letter: id, translation, original }: Asked): CanonicalLetter {
  return {
    id,
    translation: receive.translation(translation),
    original: original && receive.original(original),
  }
}

async function check(asked: Asked): Promise<CheckAnswer> {
  const { id } = asked
  const letter = letterOf(asked)
  const known = knowledge
  const find = await finder
  // Questions that came meanwhile are taken in first: only the last one is worth an answer.
  await new Promise((resolve) => setTimeout(resolve))
  if (id !== latest) return { id, kind: 'superseded' }
  const problems = find(letter, known)
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
