import { identifierKinds } from '#src/domain/identifier.ts';
import { placeOf } from '#src/domain/place.ts';
import type { HouseholdRecord } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { identifierWords } from '#src/messages/identifiers.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { memberWords } from '#src/messages/members.ts';
import { useMay } from '#src/parts/use-may.ts';
import report from './household-report.module.css';
import { IdentifierField } from './identifier-field.tsx';
import classes from './identifiers.module.css';

/** What singles the members out, person by person, masked. */
export function IdentifierList({ record: { household, village } }: { record: HouseholdRecord }) {
  const t = useMessages(identifierWords);
  const word = useMessages(memberWords);
  const { text } = useFormat();
  const mayShow = useMay('unmaskIdentifier', placeOf(village));
  const mayRecord = useMay('recordIdentifier', placeOf(village));
  return (
    <div className={classes.identifiers}>
      <h3>{t.heading}</h3>
      <p className={report.quiet}>{t.explained}</p>
      <ul className={classes.people}>
        {household.members.map((m) => (
          <li key={m.id} className={classes.person}>
            <p>
              <strong>{text(m.name)}</strong>{' '}
              <span className={classes.relation}>{word.relation[m.relation]}</span>
            </p>
            <dl className={classes.fields}>
              {identifierKinds.map((kind) => (
                <IdentifierField
                  key={kind}
                  identifier={{ householdId: household.id, memberId: m.id, kind }}
                  name={text(m.name)}
                  mask={m.identifiers[kind]}
                  mayShow={mayShow}
                  mayRecord={mayRecord}
                />
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </div>
  );
}
