/** What a project does for people, apart from what was built and what it cost (DOMAIN §3.9). */
export const benefitIndicators = ['irrigated', 'householdsServed', 'bagsGrowing'] as const;

/** Everything of a project that is drawn over time, in reading order. */
export const measuredIndicators = ['built', 'spent', ...benefitIndicators] as const;
export type MeasuredIndicator = (typeof measuredIndicators)[number];
