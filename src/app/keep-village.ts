import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { client } from '#src/api/client.ts';
import {
  aboutQuery,
  commitmentsQuery,
  exitQueries,
  householdQuery,
  photosQuery,
  projectQuery,
  villageQueries,
  visitQuery,
} from '#src/api/queries.ts';
import type { Actor } from '#src/domain/account.ts';
import { may } from '#src/domain/permission.ts';
import { placeOf } from '#src/domain/place.ts';
import type { DeviceReads } from '#src/offline/device-reads.ts';
import type { PhotoStore } from '#src/offline/photo-store.ts';
import { storageRoom } from '#src/offline/storage-room.ts';
import { keepPhotos, photosHere, type PhotosHere } from './keep-photos.ts';

/** The visits that somebody in the village looks up: the newest so many. */
const VISITS = 12;
/** So many pages of who is left behind are kept: all of them, in any village. */
const PAGES = 100;
/** When it was kept last, and what its households' records share: kept beside the answers, under names that no question has. */
const markOf = (villageId: string): string => `kept village ${villageId}`;
const sharedOf = (villageId: string): string => `shared by households of ${villageId}`;
const nameOf = (queryKey: QueryKey): string => hashKey(queryKey);

/** How far it has come, in household records, and then in photos; of none while it is not known of how many. */
export interface Keeping {
  villageId: string;
  what: 'households' | 'photos';
  done: number;
  of: number;
}

interface Parts {
  queries: QueryClient;
  reads: DeviceReads;
  actor: Actor;
  /** Pictures that this device took itself. */
  taken: Pick<PhotoStore, 'has'>;
}

/** How it stands with a village on this device. */
export interface Kept {
  /** When the whole village was kept last, in milliseconds since 1970. */
  at: number;
  photos: PhotosHere | null;
}

/** What asks and what keeps, for as long as that account is the one that uses the page. */
function whileTheyStay({ queries, reads, actor, taken }: Parts) {
  const { queryKey } = aboutQuery();
  /** Wraps what must not begin once they are gone. */
  const staying =
    <Given extends unknown[], Told>(work: (...given: Given) => Promise<Told>) =>
    async (...given: Given): Promise<Told> => {
      if (queries.getQueryData(queryKey)?.actor?.id !== actor.id) throw new Error('they have left');
      return work(...given);
    };
  const fetchQuery: QueryClient['fetchQuery'] = (options) => staying(() => queries.fetchQuery(options))();
  const fetchInfiniteQuery: QueryClient['fetchInfiniteQuery'] = (options) =>
    staying(() => queries.fetchInfiniteQuery(options))();
  return {
    queries: { fetchQuery, fetchInfiniteQuery },
    reads: { ...reads, keep: staying(reads.keep) },
    client: { householdRecords: staying(client.householdRecords), photo: staying(client.photo) },
    actor,
    taken,
  };
}

/** Null where the village was not kept on this device. */
export async function keptOf(
  { reads, actor, taken }: Omit<Parts, 'queries'>,
  villageId: string,
): Promise<Kept | null> {
  const mark = await reads.recall(actor.id, markOf(villageId));
  if (!mark) return null;
  return { at: mark.at, photos: await photosHere({ reads, taken, accountId: actor.id }, villageId) };
}

/**
 * Reads everything of a village that somebody needs there without a network, and keeps it. What
 * has no records of its own route goes through the screens' questions, which keep their answers.
 * Rejects where the service does not answer; what was kept until then stays. What photos show comes last, when the
 * village counts as kept: words never wait for pictures. Once they have left, nothing more is asked or kept in their name.
 */
export async function keepVillage(
  parts: Parts,
  villageId: string,
  told: (how: Keeping) => void,
): Promise<void> {
  const { queries, reads, client, actor, taken } = whileTheyStay(parts);
  const read = { staleTime: 60_000, retry: false } as const;
  const began = Date.now();
  told({ villageId, what: 'households', done: 0, of: 0 });
  const page = await queries.fetchQuery({ ...villageQueries.page(villageId), ...read });
  const place = placeOf(page.village);
  const projects = await queries.fetchQuery({ ...villageQueries.projects(villageId), ...read });
  await reads.keep(
    actor.id,
    projects.map((data) => ({ id: nameOf(projectQuery(data.project.id).queryKey), data })),
    began,
  );
  await queries.fetchQuery({ ...commitmentsQuery(villageId), ...read });
  // A village with too few visits has no progress and no measures, and says so on its pages.
  await queries.fetchQuery({ ...villageQueries.progress(villageId, {}), ...read }).catch(() => {});
  await queries.fetchQuery({ ...villageQueries.householdsProgress(villageId, {}), ...read }).catch(() => {});
  await queries.fetchQuery({ ...villageQueries.measures(villageId, {}), ...read }).catch(() => {});
  await queries.fetchQuery({ ...exitQueries.ofVillage(villageId, {}), ...read }).catch(() => {});
  await queries.fetchQuery({ ...villageQueries.questions(villageId), ...read }).catch(() => {});
  if (may(actor, 'recordVisit', place)) {
    await queries.fetchQuery({ ...villageQueries.visitSheet(villageId), ...read });
  }
  const photos = [];
  for (const { id } of page.visits.slice(-VISITS).toReversed()) {
    await queries.fetchQuery({ ...visitQuery(id), ...read });
    photos.push(...(await queries.fetchQuery({ ...photosQuery(id), ...read })));
  }

  if (may(actor, 'viewHousehold', place)) {
    await queries.fetchQuery({ ...villageQueries.households(villageId), ...read });
    if (page.visits.length > 0) {
      await queries.fetchInfiniteQuery({
        ...villageQueries.leftBehind(villageId, {}),
        ...read,
        pages: PAGES,
      });
    }
    const { village, visits } = page;
    const beside = sharedOf(villageId);
    await reads.keep(actor.id, [{ id: beside, data: { village, visits } }], began);
    let after: string | undefined;
    let done = 0;
    do {
      const { records, total, next } = await client.householdRecords({ villageId, after });
      const each = records.map((data) => ({
        id: nameOf(householdQuery(data.household.id).queryKey),
        data,
        beside,
      }));
      await reads.keep(actor.id, each, began);
      done += records.length;
      told({ villageId, what: 'households', done, of: total });
      after = next ?? undefined;
    } while (after !== undefined);
  }
  await reads.keep(actor.id, [{ id: markOf(villageId), data: true }], began);
  await keepPhotos(
    {
      reads,
      taken,
      accountId: actor.id,
      fetchPhoto: ({ visitId, id: photoId }) => client.photo({ visitId, photoId, to: 'keep' }),
      room: storageRoom,
    },
    villageId,
    may(actor, 'viewPhotos', place) ? photos : [],
    (done, of) => told({ villageId, what: 'photos', done, of }),
  );
}
