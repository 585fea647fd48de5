import { array, assert, boolean, constantFrom, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { themes, verdictKinds } from '#src/domain/commitment.ts';
import { ledgerFindings, type LedgerEntry, type LedgerState } from '#src/domain/ledger.ts';
import {
  byUrgency,
  countByTheme,
  countLedger,
  findingOf,
  matchesLedger,
  ownerKey,
} from '#src/domain/ledger-list.ts';
import { seeded } from '#tests/support/seed.ts';

const source = { kind: 'synthetic' } as const;

function entry(id: string, given: Partial<LedgerEntry> = {}, made: Partial<LedgerEntry['commitment']> = {}) {
  const commitment = {
    id,
    villageId: 'v',
    visitId: 'jan',
    theme: 'other' as const,
    what: id,
    owner: 'Team',
    dueOn: '2018-06-30',
    householdId: null,
    projectId: null,
    recordedOn: '2018-01-22',
    source,
    ...made,
  };
  return {
    commitment,
    madeOn: '2018-01-22',
    verdicts: [],
    open: true,
    dueOn: '2018-06-30',
    overdue: false,
    about: null,
    readings: [],
    searchText: `${id} 工作队`,
    ...given,
  } satisfies LedgerEntry;
}
const judged = (verdict: (typeof verdictKinds)[number], givenOn = '2018-07-02'): LedgerEntry['verdicts'] => [
  {
    commitmentId: 'c',
    visitId: 'jul',
    verdict,
    note: '',
    givenOn,
    recordedOn: givenOn,
    sequence: 1,
    recordedBy: 'x',
    source,
  },
];

describe('the ledger', () => {
  it('puts what is overdue longest first, then what is due next, then what was closed last', () => {
    const list = [
      entry('closed-early', { open: false, verdicts: judged('kept', '2018-03-01') }),
      entry('due', { dueOn: '2018-09-01' }),
      entry('late', { dueOn: '2018-05-01', overdue: true }),
      entry('closed-late', { open: false, verdicts: judged('notKept') }),
      entry('latest', { dueOn: '2017-12-31', overdue: true }),
    ];
    expect(list.toSorted(byUrgency).map((e) => e.commitment.id)).toEqual([
      'latest',
      'late',
      'due',
      'closed-late',
      'closed-early',
    ]);
  });

  it('puts what is equally urgent in the order of ids', () => {
    const list = ['b', 'a', 'c'].map((id) => entry(id));
    expect(list.toSorted(byUrgency).map((e) => e.commitment.id)).toEqual(['a', 'b', 'c']);
    expect(
      list
        .toReversed()
        .toSorted(byUrgency)
        .map((e) => e.commitment.id),
    ).toEqual(['a', 'b', 'c']);
  });

  it('finds words in capitals too', () => {
    expect(matchesLedger(entry('pipe'), { q: ' PIPE' })).toBe(true);
  });

  it('finds by words, village, theme, owner and state, all at once', () => {
    const one = entry('pipe', { overdue: true, verdicts: judged('partly') }, { theme: 'guarantees' });
    const all = { q: ' 工作队 ', village: 'v', theme: 'guarantees', owner: ownerKey('Team') } as const;
    for (const state of ['owed', 'overdue', 'partly'] as const) {
      expect(matchesLedger(one, { ...all, state })).toBe(true);
    }
    for (const state of ['due', 'kept', 'noVerdict'] as const) {
      expect(matchesLedger(one, { ...all, state })).toBe(false);
    }
    for (const other of [
      { q: 'x' },
      { village: 'w' },
      { theme: 'other' as const },
      { owner: ownerKey('Other') },
    ]) {
      expect(matchesLedger(one, { ...all, ...other })).toBe(false);
    }
  });

  const some = array(
    record({
      verdict: option(constantFrom(...verdictKinds)),
      late: boolean(),
      theme: constantFrom(...themes),
    }),
    { maxLength: 30 },
  );

  it('counts each commitment in exactly one finding, and each filter finds what was counted', () => {
    assert(
      property(some, (given) => {
        const entries = given.map(({ verdict, late, theme }, at) => {
          const open = verdict !== 'kept' && verdict !== 'notKept';
          const state = { open, overdue: open && late, verdicts: verdict ? judged(verdict) : [] };
          return entry(`c${at}`, state, { theme });
        });
        const { made, owed, overdue, found } = countLedger(entries);
        const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0);
        expect(sum(Object.values(found))).toBe(made);
        expect(sum(countByTheme(entries).map(({ counts }) => counts.made))).toBe(made);
        const listed = (state: LedgerState) => entries.filter((e) => matchesLedger(e, { state })).length;
        for (const finding of ledgerFindings) expect(listed(finding)).toBe(found[finding]);
        expect([listed('owed'), listed('overdue')]).toEqual([owed, overdue]);
        expect(listed('due') + listed('overdue')).toBe(owed);
        expect(entries.every((e) => ledgerFindings.includes(findingOf(e)))).toBe(true);
        expect(countByTheme(entries).map(({ theme }) => theme)).toEqual(
          themes.filter((theme) => given.some((one) => one.theme === theme)),
        );
      }),
      seeded(),
    );
  });
});
