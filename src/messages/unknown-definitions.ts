import type { UnknownCode } from '#src/domain/figure-code.ts';
import type { Locale } from '#src/domain/text.ts';
import { own, type Definition } from './own-definition.ts';

/** How much nobody knows; what is unknown is counted here, so that nothing is left out. */
export function unknownsIn(locale: Locale): Record<UnknownCode, Definition> {
  const en = locale === 'en';
  const shared = {
    source: own(locale),
    unknowns: en
      ? 'It is what is counted: each household is listed below.'
      : '此数所计即是不明部分，逐户列在下面。',
  };
  const registered = en ? 'Households in the register at the visit.' : '走访时在册的农户。';
  return {
    statusUnknown: {
      ...shared,
      name: en ? 'Status unknown' : '状态不明的户',
      query: registered,
      formula: en
        ? 'Number of households whose status nobody has read, or could tell'
        : '状态从未登记或登记为不明的户数',
    },
    personsUnknown: {
      ...shared,
      name: en ? 'Poor households with unknown persons' : '人口不明的贫困户',
      query: en
        ? 'Households that are registered poor or returned to poverty at the visit.'
        : '走访时在册的贫困户和返贫户。',
      formula: en ? 'Number of those whose persons are not known' : '其中人口不明的户数',
    },
    guaranteesUnknown: {
      ...shared,
      name: en ? 'Guarantees that nobody knows' : '不明的保障',
      query: en
        ? 'Six guarantees of each household in the register at the visit.'
        : '走访时在册各户的六项保障。',
      formula: en
        ? 'Number of guarantees that are unknown, once for each guarantee and household'
        : '情况不明的项数，每户每项计一次',
    },
  };
}
