import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { v7 as uuid } from 'uuid';
import type { VisitSheet } from '#src/domain/records.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { reasonWentOnAs, type OutboxItem } from '#src/offline/outbox-item.ts';
import { photosToTakeAlong } from '#src/offline/take-photos-along.ts';
import { useFieldWork } from '#src/offline/use-outbox.tsx';
import { useFormOpen } from '#src/parts/form-open.ts';
import { Notice } from '#src/ui/notice.tsx';
import { ActionBar } from './action-bar.tsx';
import { useAllowedKinds, usualKind } from './allowed-kinds.ts';
import { DraftLine } from './draft-line.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { focusControl } from './focus-control.ts';
import { LogContext, type Log } from './log-context.ts';
import { MendedNotice } from './mended-notice.tsx';
import { NotSaved } from './not-saved.tsx';
import { PhotosNotSaved } from './photos-not-saved.tsx';
import { StepCommitments } from './step-commitments.tsx';
import { StepNav } from './step-nav.tsx';
import { StepReadings } from './step-readings.tsx';
import { StepReview } from './step-review.tsx';
import { StepVerdicts } from './step-verdicts.tsx';
import { StepWhom } from './step-whom.tsx';
import type { Step } from './steps.ts';
import { useKeptForm } from './use-kept-form.ts';
import { useSaveVisit } from './use-save-visit.ts';
import { useDraftKey, type StoredDraft } from './use-stored-draft.ts';
import { savedForm } from './form-of-draft.ts';
import { problemsOf, visitDraftOf } from './visit-draft-of.ts';
import { asAnotherVisit, freshVisit, type VisitForm } from './visit-form.ts';
import classes from './visit-screen.module.css';

const route = getRouteApi('/log');

interface Props {
  sheet: VisitSheet;
  today: string;
  start: VisitForm;
  stored: StoredDraft;
  /** What is being mended: it was saved before, and the service has not got it. */
  mended: OutboxItem | null;
  unknownHousehold: boolean;
}

const stepViews: Record<Step, () => ReactNode> = {
  whom: StepWhom,
  readings: StepReadings,
  verdicts: StepVerdicts,
  commitments: StepCommitments,
  review: StepReview,
};

/** The form of one visit: five steps on one address, each one touch away, and a bar at the thumb. */
export function VisitScreen({ sheet, today, start, stored, mended, unknownHousehold }: Props) {
  useFormOpen();
  const t = useMessages(logVisitWords);
  const search = route.useSearch();
  // Whoever goes on with a draft goes on where they were; a household that a link brings is seen at the first step.
  const step = search.step ?? (search.household === undefined ? start.step : undefined) ?? 'whom';
  const navigate = route.useNavigate();
  const villageId = sheet.village.id;
  const kinds = useAllowedKinds(sheet.village);
  const draftKey = useDraftKey(villageId, mended?.id);
  const kept = useKeptForm(draftKey, start, step, stored.savedAt, stored.available);
  const { form, change } = kept;
  const built = useMemo(() => visitDraftOf(form), [form]);
  const found = useMemo(() => problemsOf(built, sheet, today), [built, sheet, today]);
  const [told, setTold] = useState<readonly string[]>([]);
  const [target, setTarget] = useState<string | null>(null);
  const [refusals, setRefusals] = useState(0);
  const summary = useRef<HTMLDivElement>(null);

  const { outbox } = useFieldWork();
  const saving = useSaveVisit(form.id, built, form.photos, mended, async (visitId) => {
    // Under other ids it is another visit. The one that was mended is not to be sent any more, unless this device did
    // not give all of its photos to the other: then both stay as they are, and can be gone on with.
    const isWhole = !mended || photosToTakeAlong(outbox.view().items, mended.id).length === 0;
    const isAnother = mended !== null && mended.id !== visitId;
    if (isAnother && isWhole) await outbox.remove(mended.id, reasonWentOnAs(visitId)).catch(() => {});
    // After that, or a page that dies in between would offer the same visit to be saved as yet another.
    if (!isAnother || isWhole) await kept.close();
    await navigate({ search: { village: villageId, saved: visitId }, replace: true });
  });

  // What is wrong is told at the review; then it stands beside each field until it is mended.
  const local = step === 'review' ? found : found.filter(({ control }) => told.includes(control));
  const { refused } = saving;
  const problems = [...local, ...refused.filter((r) => !local.some((p) => p.control === r.control))];
  const tell = useCallback(() => setTold(found.map(({ control }) => control)), [found]);

  const goTo = useCallback(
    (next: Step, control?: string) => {
      if (step === 'review' || next === 'review') tell();
      setTarget(control ?? null);
      // Already there: the effect below would not run again.
      if (control) requestAnimationFrame(() => focusControl(control));
      void navigate({
        search: ({ mend }) => ({ village: villageId, step: next, mend }),
        resetScroll: !control,
      });
    },
    [navigate, villageId, step, tell],
  );
  useFocusAtStep(step, target);

  const save = async () => {
    kept.keep();
    if (found.length > 0) {
      summary.current?.focus();
      return;
    }
    if ((await saving.save()) === 'refused') setRefusals((n) => n + 1);
  };
  // The summary is drawn by then.
  useEffect(() => {
    if (refusals > 0) summary.current?.focus();
  }, [refusals]);

  /** Nothing is wrong yet with an empty form, and it begins where forms begin. */
  const beginAnew = () => {
    setTold([]);
    if (step !== 'whom') goTo('whom');
  };

  const log: Log = {
    form,
    savedAs: mended?.id ?? form.id,
    change,
    built,
    sheet,
    today,
    problems,
    goTo,
    target,
  };
  const View = stepViews[step];
  return (
    <LogContext value={log}>
      <div className={classes.screen}>
        <DraftLine
          kept={kept}
          restored={stored.form !== null}
          onDiscard={beginAnew}
          empty={() =>
            (mended && savedForm(mended)) ?? freshVisit(uuid(), villageId, today, usualKind(kinds))
          }
        />
        {mended ? <MendedNotice step={step} told={saving.told} /> : null}
        {unknownHousehold ? <Notice tone="problem">{t.unknownHousehold}</Notice> : null}
        <StepNav step={step} />
        <section className={classes.step} aria-labelledby="step-heading">
          <h2 id="step-heading" tabIndex={-1}>
            {t.headings[step]}
          </h2>
          {step === 'review' ? <ErrorSummary ref={summary} problems={problems} /> : null}
          <View />
        </section>
        <ActionBar step={step} saving={saving.saving} save={() => void save()} kept={kept}>
          {saving.photosLeft ? (
            <PhotosNotSaved again={() => void save()} without={() => void saving.saveWithoutPhotos()} />
          ) : saving.failure ? (
            <NotSaved
              problem={saving.failure}
              unkept={saving.unkept}
              refusedBefore={saving.failure === saving.told}
              retry={() => void save()}
              saveAsAnother={() => {
                saving.forget();
                kept.replace(asAnotherVisit(form, uuid), 'draft');
              }}
            />
          ) : null}
        </ActionBar>
      </div>
    </LogContext>
  );
}

/** After a step's change the cursor stands at its heading, or at the control that was asked for. */
function useFocusAtStep(step: Step, target: string | null): void {
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    if (target) focusControl(target);
    else document.getElementById('step-heading')?.focus({ preventScroll: true });
  }, [step, target]);
}
