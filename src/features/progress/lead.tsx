import { Link } from '@tanstack/react-router';
import type { FigureCode } from '#src/domain/figure-code.ts';
import { householdsIn, type MoveGroup } from '#src/domain/mobility.ts';
import type { Progress } from '#src/domain/progress.ts';
import { useFormat } from '#src/messages/format.ts';
import { useLocale, useMessages } from '#src/messages/locale.tsx';
import { progressWords } from '#src/messages/progress.ts';
import { EvidenceMarks } from '#src/parts/evidence-mark.tsx';
import { FigureSentence } from '#src/parts/figure-sentence.tsx';
import type { Says } from '#src/ui/says.ts';
import { pairOf } from './findings.ts';
import classes from './lead.module.css';

/** What changed, in one breath, before anything else on the page. It never claims more than is known. */
export function Lead({ progress }: { progress: Progress }) {
  const t = useMessages(progressWords);
  const { locale } = useLocale();
  const { day, quantity } = useFormat();
  const { from, to } = progress.incidence;
  const [a, b] = [from.figure.value, to.figure.value];
  const households = (n: number) => quantity(n, 'household');
  const incidence: Says<FigureCode> = (open) => {
    if (a === null || b === null) return t.lead.incidence.unknown;
    const [then, now] = [quantity(a, 'percent'), quantity(b, 'percent')];
    if (then === now) return t.lead.incidence.same(open(then, 'incidence'));
    return t.lead.incidence[b < a ? 'fell' : 'rose'](open(then, 'incidence'), open(now, 'incidence'));
  };
  const stop = locale === 'zh-CN' ? '。' : '. ';
  const comma = locale === 'zh-CN' ? '，' : ', ';
  const moves: Says<FigureCode> = (open) => {
    const part = (group: MoveGroup, say: (households: string) => string): string[] => {
      const n = householdsIn(group, progress.transitions);
      return n > 0 ? [say(open(households(n), group))] : [];
    };
    const parts = [
      ...part('wentOut', t.lead.out),
      ...part('wentBack', t.lead.returned),
      ...part('entrants', t.lead.joined),
      ...part('leavers', t.lead.left),
      ...part('otherMoves', t.lead.other),
    ];
    return (parts.length > 0 ? parts.join(comma) : t.lead.noMoves) + stop;
  };
  const personsUnknown = to.figure.of - to.figure.known;
  const unknown: Says<FigureCode> = (open) =>
    [
      to.statusUnknown > 0 ? t.lead.statusUnknown(open(households(to.statusUnknown), 'statusUnknown')) : null,
      personsUnknown > 0 && b !== null
        ? t.lead.personsUnknown(open(t.lead.poorHouseholds(personsUnknown), 'personsUnknown'), personsUnknown)
        : null,
    ]
      .filter((part) => part !== null)
      .join(' ');
  return (
    <div className={classes.lead}>
      <p className={classes.sentence}>
        <strong>
          <FigureSentence says={incidence} />
        </strong>{' '}
        {t.lead.between(day(progress.from.on), day(progress.to.on), t.days(progress.days))}{' '}
        <FigureSentence says={moves} />
        <Link
          to="/villages/$villageId/why"
          params={{ villageId: progress.villageId }}
          search={{ ...pairOf(progress), what: 'incidence' }}
          data-no-print
        >
          {t.lead.who}
        </Link>
      </p>
      <p className={classes.unknown}>
        <FigureSentence says={unknown} />
      </p>
      <EvidenceMarks grades={to.figure.evidence} />
    </div>
  );
}
