import { describe, expect, it } from 'vitest';
import type { Actor } from '#src/domain/account.ts';
import { placeOf } from '#src/domain/place.ts';
import { apiOver } from '#tests/support/api.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const first = new RecordBuilder('v')
  .visit('jan', '2018-01-22')
  .visit('jul', '2018-07-02')
  .household('a', { head: { zh: '王某', en: 'Wang' } })
  .household('b')
  .project('p')
  .read('a', 'water', 'notMet', '2018-01-22')
  .read('a', 'water', 'met', '2018-07-02', { id: 'wrong' })
  .read('a', 'water', 'unknown', '2018-07-02', {
    id: 'right',
    supersedes: { readingId: 'wrong', reason: 'why' },
  })
  .read('b', 'water', 'met', '2018-07-02')
  .read('p', 'built', 62, '2018-07-02')
  .commitment('pipe', 'jan', '2018-06-30', {
    householdId: 'a',
    theme: 'guarantees',
    what: { zh: '接通自来水', en: 'Lay the water pipe' },
    owner: { zh: '工作队', en: 'Work team' },
  })
  .commitment('canal', 'jan', '2018-12-31', { projectId: 'p', theme: 'industry' })
  .verdict('pipe', 'jul', 'partly', '2018-07-02', { note: 'half' }).record;
const second = new RecordBuilder('w')
  .visit('w-jan', '2018-01-22')
  .commitment('bus', 'w-jan', '2018-07-16', { what: '通客车' }).record;
const records = [first, second];
const at = (role: Actor['role'], ...which: (typeof records)[number][]): Actor => ({
  id: 'asking',
  name: 'Asking',
  role,
  places: which.map(({ village }) => placeOf(village)),
  via: 'session',
});

describe('the commitments ledger', () => {
  it('hands out what was promised in every village that the asker may see, with its state today', async () => {
    const { status, body } = await apiOver(records).get('/commitments');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      today: '2018-07-16',
      villages: [
        { id: 'v', visits: [{ id: 'jan' }, { id: 'jul' }] },
        { id: 'w', visits: [{ id: 'w-jan' }] },
      ],
      entries: [
        {
          commitment: { id: 'pipe' },
          madeOn: '2018-01-22',
          verdicts: [{ verdict: 'partly', note: 'half', visitId: 'jul' }],
          open: true,
          overdue: true,
        },
        { commitment: { id: 'canal' }, verdicts: [], open: true, overdue: false },
        { commitment: { id: 'bus', villageId: 'w' }, open: true, overdue: false },
      ],
    });
  });

  it('shows by what was read there on the day of a verdict, as it stands now, and by nothing else', async () => {
    const { body } = await apiOver(records).get('/commitments?villageId=v');
    const { entries } = body as { entries: { about: unknown; readings: unknown[] }[] };
    expect(entries).toMatchObject([
      {
        about: { kind: 'household', id: 'a', name: { en: 'Wang' } },
        readings: [{ id: 'right', indicator: 'water', value: 'unknown', trueOn: '2018-07-02' }],
      },
      { about: { kind: 'project', id: 'p' }, readings: [] },
    ]);
    expect(entries[0]?.readings).toHaveLength(1);
  });

  it('has nothing of a village that is not the asker’s, and no name for whoever may know none', async () => {
    const alone = await apiOver(records, { actor: at('villageCadre', second) }).get('/commitments');
    expect(alone.body).toMatchObject({ villages: [{ id: 'w' }], entries: [{ commitment: { id: 'bus' } }] });
    const other = apiOver(records, { actor: at('villageCadre', second) });
    expect(await other.get('/commitments?villageId=v')).toMatchObject({
      status: 404,
      body: { code: 'VILLAGE_NOT_FOUND' },
    });
    const audited = await apiOver(records, { actor: at('auditor', first, second) }).get('/commitments');
    expect(JSON.stringify(audited.body)).not.toMatch(/王某|Wang/);
  });

  it('is searched in Chinese, pinyin and English, whether it was typed in one language or two', async () => {
    const { body } = await apiOver(records).get('/commitments');
    const spelled = (body as { entries: { searchText: string }[] }).entries.map((e) => e.searchText);
    for (const typed of ['自来水', 'zilaishui', 'water pipe', 'gongzuodui'])
      expect(spelled[0]).toContain(typed);
    for (const typed of ['通客车', 'tongkeche', 'tkc']) expect(spelled[2]).toContain(typed);
  });
});
