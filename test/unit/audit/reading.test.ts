import { expect, test } from 'vitest';
import { depthOf, mayAsk, mayVerify, type Reader, told } from '../../../src/core/audit/reading.ts';
import { chainOfCampaign, chainOfReport, DIRECTORY_CHAIN } from '../../../src/core/kernel/fact.ts';

const reader = (over: Partial<Reader> = {}): Reader => ({
  administrator: false,
  unitIds: [],
  campaignIds: [],
  ...over,
});
const report = { chain: chainOfReport('c1', 'u1'), campaignId: 'c1', unitId: 'u1' };
const campaign = { chain: chainOfCampaign('c1'), campaignId: 'c1', unitId: null };
const post = { chain: DIRECTORY_CHAIN, campaignId: null, unitId: 'u1' };
const calendar = { chain: DIRECTORY_CHAIN, campaignId: null, unitId: null };
const depths = (who: Reader) => [report, campaign, post, calendar].map((place) => depthOf(who, place));

test('who reads how much of what', () => {
  expect(depths(reader())).toEqual([undefined, undefined, undefined, undefined]);
  expect(depths(reader({ unitIds: ['u1'] }))).toEqual(['whole', undefined, 'whole', undefined]);
  expect(depths(reader({ unitIds: ['u2'] }))).toEqual([undefined, undefined, undefined, undefined]);
  expect(depths(reader({ campaignIds: ['c1'] }))).toEqual(['whole', 'whole', undefined, undefined]);
  expect(depths(reader({ administrator: true }))).toEqual(['outline', 'outline', 'whole', 'whole']);
  expect(mayVerify(reader({ campaignIds: ['c1'], unitIds: ['u1'] }))).toBe(false);
});

test("somebody else's unit or campaign is refused, not answered with nothing", () => {
  const clerk = reader({ unitIds: ['u1'] });
  expect(mayAsk(clerk, {})).toBe(true);
  expect(mayAsk(clerk, { unitId: 'u1', campaignId: 'c9' })).toBe(true);
  expect(mayAsk(clerk, { unitId: 'u2' })).toBe(false);
  expect(mayAsk(clerk, { campaignId: 'c1' })).toBe(true);
  const receiver = reader({ unitIds: ['home'], campaignIds: ['c1'] });
  expect(mayAsk(receiver, { unitId: 'u2', campaignId: 'c1' })).toBe(true);
  expect(mayAsk(receiver, { unitId: 'u2', campaignId: 'c2' })).toBe(false);
  expect(mayAsk(reader(), {})).toBe(false);
});

test('figures and words of a report are counted in the journal, not repeated', () => {
  const saved = { cells: [{ cell: { kind: 'nil' } }, {}], words: [{ section: 's1', plain: 'mật' }] };
  expect(told('report.saved', saved)).toEqual({ cells: 2, sections: ['s1'] });
  const edited = { before: { title: 'A', window: { from: 1 } }, after: { title: 'B', window: { from: 1 } } };
  expect(told('campaign.edited', edited)).toEqual({ changed: ['title'] });
});
