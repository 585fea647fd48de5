import { daysBetween, type Day } from '#src/domain/day.ts';
import type { Milestone } from '#src/domain/project.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { projectsWords } from '#src/messages/projects.ts';
import { SourceMark } from '#src/parts/evidence-mark.tsx';
import classes from './projects.module.css';

/** What was to be done by when, and what was. */
export function MilestoneList({ milestones, today }: { milestones: Milestone[]; today: Day }) {
  const t = useMessages(projectsWords);
  const { text } = useFormat();
  const state = ({ dueOn, doneOn }: Milestone): { sign: string; words: string; late: boolean } => {
    if (doneOn !== null) {
      const late = dueOn === null ? 0 : daysBetween(dueOn, doneOn);
      return { sign: '✓', words: late > 0 ? t.doneLate(doneOn, late) : t.done(doneOn), late: false };
    }
    if (dueOn === null) return { sign: '○', words: t.noDay, late: false };
    const late = daysBetween(dueOn, today);
    return { sign: '○', words: late > 0 ? `${t.due(dueOn)}, ${t.late(late)}` : t.due(dueOn), late: late > 0 };
  };
  return (
    <section>
      <h2>{t.milestones}</h2>
      {milestones.length === 0 ? <p className={classes.calm}>{t.noMilestones}</p> : null}
      <ol className={classes.list}>
        {milestones.map((m) => {
          const { sign, words, late } = state(m);
          return (
            <li key={text(m.what)} className={classes.milestone}>
              <span aria-hidden>{sign}</span>
              <span>{text(m.what)}</span>
              <span className={late ? classes.late : classes.calm}>{words}</span>
              <SourceMark source={m.source} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
