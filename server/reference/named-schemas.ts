import type { z } from 'zod';
import { accessToken, account, actor, session } from '#src/domain/account.ts';
import { auditEntry, look } from '#src/domain/audit.ts';
import { change } from '#src/domain/change.ts';
import { commitment, verdict } from '#src/domain/commitment.ts';
import { contactPoint } from '#src/domain/contact-point.ts';
import { questionAnswer } from '#src/domain/data-questions.ts';
import { day } from '#src/domain/day.ts';
import { exitVerdict } from '#src/domain/exit-verdict.ts';
import { figure } from '#src/domain/figure.ts';
import { household, member } from '#src/domain/household.ts';
import { householdRow } from '#src/domain/household-list.ts';
import { id } from '#src/domain/id.ts';
import { incidence } from '#src/domain/incidence.ts';
import { indicator, readingValue } from '#src/domain/indicator.ts';
import { transition } from '#src/domain/mobility.ts';
import { contactPointSummary } from '#src/domain/overview.ts';
import { place, village } from '#src/domain/place.ts';
import { procedureStep } from '#src/domain/procedure.ts';
import { project } from '#src/domain/project.ts';
import { reading, subject } from '#src/domain/reading.ts';
import { commitmentRecord } from '#src/domain/records.ts';
import { review } from '#src/domain/review.ts';
import { evidence, source } from '#src/domain/source.ts';
import { bilingual, text } from '#src/domain/text.ts';
import { stop, visit } from '#src/domain/visit.ts';

/** What the document speaks of by name, in the order in which it explains it. */
export const namedSchemas: Record<string, { schema: z.ZodType; says: string }> = {
  Id: {
    schema: id,
    says: 'Small letters, digits and dashes. Made by whoever makes the thing; unique within a county.',
  },
  Day: { schema: day, says: 'A calendar day in China, 1900 to 2199. Days carry no hour and no time zone.' },
  Place: {
    schema: place,
    says: 'The way down to a place: cn, province, prefecture, county, township, village. It covers all that lies below it.',
  },
  Words: { schema: bilingual, says: 'A name or sentence in both languages.' },
  Text: { schema: text, says: 'Words in both languages, or as one person typed them.' },
  Source: { schema: source, says: 'Where a fact comes from; synthetic ones are invented for the sample.' },
  Evidence: { schema: evidence, says: 'How well a reading is known, best first.' },
  Village: { schema: village, says: 'A village and the chain of places above it.' },
  ContactPoint: { schema: contactPoint, says: 'A leader linked to a village until it is out of poverty.' },
  ContactPointSummary: { schema: contactPointSummary, says: 'A contact point as the overview lists it.' },
  Household: {
    schema: household,
    says: 'A household of the register with its members, helpers and measures.',
  },
  HouseholdRow: {
    schema: householdRow,
    says: 'A household as the list shows it, at the later of two visits.',
  },
  Member: { schema: member, says: 'A person of a household. Identifiers are masks, never in the clear.' },
  Visit: { schema: visit, says: 'A visit to a village and its stops.' },
  Stop: { schema: stop, says: 'Where a visit stopped, and whether somebody was met.' },
  Subject: { schema: subject, says: 'What a reading is about.' },
  Indicator: { schema: indicator, says: 'What was read.' },
  ReadingValue: {
    schema: readingValue,
    says: 'A number in the indicator’s unit, one of its codes, or unknown.',
  },
  Reading: {
    schema: reading,
    says: 'One value, true on one day. Never overwritten: a correction supersedes it.',
  },
  Change: { schema: change, says: 'One indicator of one subject at two visits.' },
  Transition: { schema: transition, says: 'Households that moved from one status to another.' },
  Figure: { schema: figure, says: 'A number computed from readings, with how many of how many were known.' },
  Incidence: { schema: incidence, says: 'Poor persons in percent of the rural population.' },
  Commitment: { schema: commitment, says: 'What was promised at a visit, by whom, until when.' },
  Verdict: { schema: verdict, says: 'What a later visit found of a commitment.' },
  CommitmentRecord: {
    schema: commitmentRecord,
    says: 'A commitment with all its verdicts and its state today.',
  },
  Project: { schema: project, says: 'A project with its plan; progress, money and benefit are readings.' },
  Review: { schema: review, says: 'An office’s word on a visit, or the village’s answer to it.' },
  ProcedureStep: {
    schema: procedureStep,
    says: 'A step by which a household leaves the register. Never overwritten.',
  },
  QuestionAnswer: {
    schema: questionAnswer,
    says: 'What a person said to a question that the checks raised. Never overwritten; the last one counts.',
  },
  ExitVerdict: {
    schema: exitVerdict,
    says: 'Whether a household or village is ready to leave: each criterion, and the least that would turn it.',
  },
  Actor: { schema: actor, says: 'Who is asking.' },
  Account: { schema: account, says: 'A person’s account.' },
  Session: { schema: session, says: 'An open session of an account.' },
  AccessToken: { schema: accessToken, says: 'A program’s token, without its secret.' },
  Look: { schema: look, says: 'Somebody’s look at a household’s record.' },
  AuditEntry: {
    schema: auditEntry,
    says: 'An act in its chain: who, what, when, where, why, before and after.',
  },
};
