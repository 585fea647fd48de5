import { describe, expect, it } from 'vitest';
import { apiOver } from '#tests/support/api.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const pairs = () =>
  apiOver([
    new RecordBuilder('v')
      .visit('oct', '2017-10-18')
      .visit('jan', '2018-01-22')
      .visit('jul', '2018-07-02')
      .household('a').record,
    new RecordBuilder('once').visit('only', '2018-05-01').record,
    new RecordBuilder('never').household('n').read('n', 'status', 'registered', '2018-01-01').record,
  ]);

describe('what is not there', () => {
  it.each([
    ['/villages/nowhere', 'VILLAGE_NOT_FOUND'],
    ['/villages/nowhere/progress', 'VILLAGE_NOT_FOUND'],
    ['/villages/nowhere/households', 'VILLAGE_NOT_FOUND'],
    ['/villages/nowhere/projects', 'VILLAGE_NOT_FOUND'],
    ['/villages/nowhere/visit-sheet', 'VILLAGE_NOT_FOUND'],
    ['/villages/v/progress?to=only', 'VISIT_NOT_FOUND'],
    ['/villages/v/households?from=nothing', 'VISIT_NOT_FOUND'],
    ['/households/nobody', 'HOUSEHOLD_NOT_FOUND'],
    ['/projects/none', 'PROJECT_NOT_FOUND'],
    ['/visits/none', 'VISIT_NOT_FOUND'],
    ['/readings/none', 'READING_NOT_FOUND'],
    ['/no-such-thing', 'NOT_FOUND'],
    ['/', 'NOT_FOUND'],
  ])('%s → 404 in JSON', async (path, code) => {
    expect(await pairs().get(path)).toMatchObject({ status: 404, body: { code } });
  });

  it('is answered in JSON for another method too', async () => {
    expect(await pairs().send('DELETE', '/visits/jan')).toMatchObject({
      status: 405,
      body: { code: 'METHOD_NOT_ALLOWED' },
    });
  });
});

describe('the pair of visits', () => {
  const asked = async (query: string) => (await pairs().get(`/villages/v/progress${query}`)).body;

  it('is the last two unless another is asked for', async () => {
    expect(await asked('')).toMatchObject({ from: { id: 'jan' }, to: { id: 'jul' }, days: 161 });
    expect(await asked('?to=jan')).toMatchObject({ from: { id: 'oct' }, to: { id: 'jan' } });
    expect(await asked('?from=oct')).toMatchObject({ from: { id: 'oct' }, to: { id: 'jul' } });
  });

  it('cannot run backwards or stand still', async () => {
    for (const query of ['?from=jul&to=jan', '?from=jan&to=jan']) {
      expect(await asked(query)).toMatchObject({ code: 'PAIR_OUT_OF_ORDER', data: { field: 'from' } });
    }
  });

  it('needs two visits', async () => {
    for (const village of ['once', 'never']) {
      expect(await pairs().get(`/villages/${village}/progress`)).toMatchObject({
        status: 422,
        body: { code: 'TOO_FEW_VISITS' },
      });
    }
  });

  it('refuses a day that is none → 400', async () => {
    expect(await asked('?knownOn=yesterday')).toMatchObject({
      code: 'BAD_REQUEST',
      data: { issues: [{ field: 'knownOn', code: 'notADay' }] },
    });
  });

  it('may be asked for as known before the later visit was written down', async () => {
    expect(await asked('?knownOn=2018-03-01')).toMatchObject({ from: { id: 'oct' }, to: { id: 'jan' } });
  });
});

describe('the list of households', () => {
  it('is told as of today where nobody has visited yet', async () => {
    expect((await pairs().get('/villages/never/households')).body).toMatchObject({
      rows: [{ id: 'n', status: 'registered', called: 'none', income: { from: null, to: null } }],
      from: null,
      to: null,
    });
  });

  it('is found in Chinese, pinyin, initials and English', async () => {
    const b = new RecordBuilder('v').household('w', { head: { zh: '王焕鹏', en: 'Wang Huanpeng' } });
    const { body } = await apiOver([b.record]).get('/villages/v/households');
    const { searchText } = (body as { rows: { searchText: string }[] }).rows[0] ?? { searchText: '' };
    for (const typed of ['王焕', 'wanghuanpeng', 'whp', 'wang huan', '001']) {
      expect(searchText).toContain(typed);
    }
  });
});

describe('the overview', () => {
  it('puts real villages before the fictional ones and counts from the service’s today', async () => {
    const real = new RecordBuilder('zz').visit('z', '2018-01-22');
    real.record.village.fictional = false;
    const api = apiOver([pairsRecord(), real.record], '2018-07-22');
    expect((await api.get('/contact-points')).body).toMatchObject([
      {
        village: { id: 'zz' },
        daysSinceVisit: 181,
        followUpDueOn: '2018-07-21',
        followUpOverdue: true,
        incidence: { from: null },
      },
      { village: { id: 'v' }, followUpOverdue: false },
    ]);
  });
});

const pairsRecord = () => new RecordBuilder('v').visit('jul', '2018-07-02').record;
