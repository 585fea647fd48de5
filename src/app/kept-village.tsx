import { useQueryClient } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Actor } from '#src/domain/account.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { programWords } from '#src/messages/program.ts';
import { useReads } from '#src/offline/reads.ts';
import { useIsSilent } from '#src/parts/connection.ts';
import { useMoment } from '#src/parts/moment.ts';
import { useActor } from '#src/parts/use-may.ts';
import { keeping, useKeeping } from './keeping.ts';
import classes from './kept-village.module.css';

/** Whether the village can be read without a network, of when that is, and a way to have it so. */
export function KeptVillage({ villageId }: { villageId: string }) {
  const actor = useActor();
  const { ended } = useKeeping();
  return actor ? (
    <Kept key={`${actor.id} ${villageId} ${ended}`} villageId={villageId} actor={actor} />
  ) : null;
}

function Kept({ villageId, actor }: { villageId: string; actor: Actor }) {
  const t = useMessages(programWords);
  const { moment } = useMoment();
  const queries = useQueryClient();
  const openReads = useReads();
  const isSilent = useIsSilent();
  const { now, failed } = useKeeping();
  const [since, setSince] = useState<number | null | undefined>();
  useEffect(() => {
    let isOver = false;
    void openReads().then(async (reads) => {
      const found = reads && (await keeping.since({ reads, actor }, villageId));
      if (!isOver) setSince(reads ? found : undefined);
    });
    return () => {
      isOver = true;
    };
  }, [openReads, actor, villageId]);
  // Where the device keeps nothing, nothing is offered.
  if (since === undefined) return null;
  const isKeeping = now?.villageId === villageId;
  const words = isKeeping
    ? now.of > 0
      ? t.keeping(now.done, now.of)
      : t.keepingBegins
    : failed === villageId
      ? t.keepingFailed
      : since === null
        ? t.notKept
        : t.keptSince(moment(since));
  return (
    <section className={classes.line} aria-label={t.keptHeading} data-no-print>
      <p role="status">{words}</p>
      <Button
        variant="default"
        loading={isKeeping}
        disabled={isSilent}
        onClick={() => void keeping.start({ queries, openReads, actor }, villageId)}
      >
        {since === null ? t.keep : t.keepAgain}
      </Button>
    </section>
  );
}
