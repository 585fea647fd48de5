import { useQuery } from '@tanstack/react-query';
import { householdQuery } from '#src/api/queries.ts';
import { conflictWords } from '#src/messages/conflicts.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { procedureWords } from '#src/messages/procedure.ts';
import type { OutboxItem } from '#src/offline/outbox-item.ts';
import { openPayload } from '#src/offline/payloads.ts';
import { useMoment } from '#src/parts/moment.ts';
import { QueryView } from '#src/parts/query-view.tsx';
import { KeepTheirs } from './keep-theirs.tsx';
import { SideBySide } from './side-by-side.tsx';

/** Two people recorded a step of one household's procedure: beside mine stands the same step, or the last one. */
export function StepConflict({ item }: { item: OutboxItem }) {
  const t = useMessages(conflictWords);
  const words = useMessages(procedureWords);
  const { text } = useFormat();
  const { moment } = useMoment();
  const mine = openPayload({ ...item, kind: 'procedureStep' });
  const query = useQuery({
    ...householdQuery(mine?.householdId ?? ''),
    enabled: mine !== null,
    refetchOnMount: 'always',
  });
  if (!mine) return null;
  const { said } = mine;
  const named = (step: typeof said.step, outcome: typeof said.outcome) =>
    `${words.step[step]} · ${words.stepOutcome[outcome]}`;
  return (
    <QueryView query={query} isEmpty={() => false} empty={null}>
      {({ steps }) => {
        const theirs = steps.findLast((s) => s.step === said.step) ?? steps.at(-1);
        if (!theirs) return <p>{t.gone}</p>;
        return (
          <SideBySide
            theirs={[
              [t.step, `${named(theirs.step, theirs.outcome)}, ${theirs.on}`],
              [t.note, theirs.note && text(theirs.note)],
              [t.by, text(theirs.recordedBy)],
              [t.recordedOn, theirs.recordedOn],
            ]}
            mine={[
              [t.step, `${named(said.step, said.outcome)}, ${said.on}`],
              [t.note, said.note],
              [t.savedAt, moment(item.createdAt)],
            ]}
          >
            <KeepTheirs itemId={item.id} why={t.stepText} />
          </SideBySide>
        );
      }}
    </QueryView>
  );
}
