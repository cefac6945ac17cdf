import * as z from 'zod/mini'
import { CATEGORIES, SEVERITIES } from '../letter/records.ts'
import type { CorrectionRule, Silence, Term, TranslationSet } from '../translate/translation-set.ts'

const text = z.string()

const rule = z.strictObject({
  id: text,
  pattern: text,
  flags: z.enum(['u', 'iu']),
  trigger: text,
  right: text,
  category: z.enum(CATEGORIES),
  severity: z.enum(SEVERITIES),
  note: text,
  source: text,
  enabled: z.boolean(),
}) satisfies z.ZodMiniType<CorrectionRule>

const term = z.strictObject({
  id: text,
  original: text,
  rendering: text,
  allowed: z.array(text),
  forbidden: z.array(text),
  note: text,
}) satisfies z.ZodMiniType<Term>

const silence = z.strictObject({
  id: text,
  check: text,
  quote: text,
  reason: z.exactOptional(text),
  by: text,
  at: text,
}) satisfies z.ZodMiniType<Silence>

/** What a collection knows of its translation, as it is stored; unknown keys are refused, as a newer program may have made them. */
export const translationSetSchema = z.strictObject({
  rules: z.array(rule),
  terms: z.array(term),
  reasons: z.array(text),
  checks: z.record(text, z.boolean()),
  silences: z.array(silence),
}) satisfies z.ZodMiniType<TranslationSet>
