import { numberOf } from '#src/domain/reading.ts';
import { useFormat } from '#src/messages/format.ts';
import { householdWords } from '#src/messages/household.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { memberWords } from '#src/messages/members.ts';
import { partsWords } from '#src/messages/parts-words.ts';
import { EvidenceMarks, SourceMark } from '#src/parts/evidence-mark.tsx';
import { IdentifierList } from './identifier-list.tsx';
import type { SectionProps } from './section-props.ts';
import report from './household-report.module.css';
import classes from './member-section.module.css';

/** The people of the household. On a phone each is a card, and what is not known of them is left out. */
export function MemberSection({ record, view }: SectionProps) {
  const { household: h } = record;
  const t = useMessages(householdWords).members;
  const word = useMessages(memberWords);
  const unknown = useMessages(partsWords).unknown;
  const { text } = useFormat();
  const persons = numberOf(view.latest.level(h.id, 'persons'));
  const allSynthetic = h.members.every((m) => m.source.kind === 'synthetic');
  return (
    <section className={report.section}>
      <h2>{t.heading}</h2>
      {h.members.length === 0 ? <p className={report.quiet}>{t.none}</p> : null}
      {h.members.length > 0 ? (
        <>
          <p className={report.small}>
            {persons === null ? null : <span>{t.shown(h.members.length, persons)}</span>}
            {allSynthetic ? <EvidenceMarks grades={['synthetic']} /> : null}
          </p>
          <div className={classes.scroll}>
            <table className={classes.table}>
              <thead>
                <tr>
                  {t.columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {h.members.map((m) => {
                  const facts = [
                    word.relation[m.relation],
                    word.sex[m.sex],
                    m.birthYear === null ? unknown : String(m.birthYear),
                    word.health[m.health],
                    word.labour[m.labour],
                    word.student[m.student],
                  ];
                  return (
                    <tr key={m.id}>
                      <th scope="row">
                        {text(m.name)} {allSynthetic ? null : <SourceMark source={m.source} />}
                      </th>
                      {facts.map((fact, at) => (
                        <td
                          key={t.columns[at + 1]}
                          data-label={t.columns[at + 1]}
                          data-unknown={fact === unknown || fact === word.health.withheld || undefined}
                        >
                          {fact}
                        </td>
                      ))}
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
          <IdentifierList record={record} />
        </>
      ) : null}
    </section>
  );
}
