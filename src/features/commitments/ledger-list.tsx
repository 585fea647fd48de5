import { useState } from 'react';
import { ShowMore } from '#src/charts/show-more.tsx';
import type { Ledger, LedgerEntry } from '#src/domain/ledger.ts';
import { commitmentsWords } from '#src/messages/commitments.ts';
import { useMessages } from '#src/messages/locale.tsx';
import classes from './commitments.module.css';
import { LedgerItem } from './ledger-item.tsx';

const SHOWN = 60;

/** The commitments one by one; of very many the next ones come on demand. */
export function LedgerList({ ledger, shown }: { ledger: Ledger; shown: readonly LedgerEntry[] }) {
  const t = useMessages(commitmentsWords);
  const [rows, setRows] = useState(SHOWN);
  if (shown.length === 0) return <p>{t.nothingFound}</p>;
  return (
    <section>
      <h2>{t.listTitle}</h2>
      <ul className={classes.list}>
        {shown.slice(0, rows).map((entry) => (
          <LedgerItem
            key={entry.commitment.id}
            entry={entry}
            today={ledger.today}
            village={ledger.villages.find(({ id }) => id === entry.commitment.villageId)}
          />
        ))}
      </ul>
      <ShowMore shown={rows} all={shown.length} least={SHOWN} onShow={setRows} />
    </section>
  );
}
