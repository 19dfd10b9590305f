import { blocksOf } from './blocks.ts';
import { readCopies } from './copies.ts';
import { readDeadlines } from './deadlines.ts';
import { readGroups } from './groups.ts';
import { readIsRequest } from './isRequest.ts';
import { readIssuer } from './issuer.ts';
import { readKind } from './kind.ts';
import { readLeads } from './leads.ts';
import { readLegalBases } from './legalBases.ts';
import { readNumber } from './number.ts';
import { groupsOrOutline } from './outline.ts';
import { readPeriod } from './period.ts';
import { readPlaceAndDate } from './placeAndDate.ts';
import { absent, type LetterReading } from './reading.ts';
import { readReceiver } from './receiver.ts';
import { readRecipients } from './recipients.ts';
import { readSigner } from './signer.ts';
import { sourceOf } from './source.ts';
import { readSubject } from './subject.ts';
import { warningsOf } from './warnings.ts';
import { readWindows } from './windows.ts';
import { zonesOf } from './zones.ts';

/** Days that such letters name are no deadlines of a report: for comments, for a list of guests, told of others. */
const NO_DEADLINE: ReadonlySet<string> = new Set([
  'invitation',
  'forwarding',
  'notice',
  'report',
  'comments',
]);
const NO_OUTLINE: ReadonlySet<string> = new Set(['invitation', 'forwarding', 'notice', 'report', 'noOrder']);

/**
 * Reads an official letter by rules alone. Every value carries the words it came from; what the letter does not say
 * is null, and nothing depends on the day of reading.
 */
export const readLetter = (raw: string): LetterReading => {
  const source = sourceOf(raw);
  const zones = zonesOf(source);
  const { number, symbol } = readNumber(source, zones);
  const { place, date, dateKnown } = readPlaceAndDate(source, zones);
  const kind = readKind(source, zones, symbol);
  const subject = readSubject(source, zones, kind);
  const { issuer, issuerParent } = readIssuer(source, zones, place);
  const period = readPeriod(source, subject, { start: zones.bodyStart, end: zones.bodyEnd });
  const recipients = readRecipients(source, zones);
  const blocks = blocksOf(source, zones.bodyStart, zones.bodyEnd);
  const context = { period: period.value, date: date.value, dateKnown };
  const { windows, recurring } = readWindows(source, blocks, context);
  const receiver = readReceiver(source, zones.bodyStart, zones.bodyEnd, issuer.value);
  const deadlines = readDeadlines(source, blocks, {
    ...context,
    windows,
    recipients,
    receiver: receiver.value,
    issuer: issuer.value,
  });
  const values = {
    text: source.text,
    isRequest: readIsRequest(source, zones, kind, subject, deadlines.length > 0),
    kind,
    issuer,
    issuerParent,
    number,
    symbol,
    place,
    date,
    dateKnown,
    subject,
    period,
    recipients,
    legalBases: readLegalBases(source, zones.bodyStart, zones.bodyEnd),
    groups: groupsOrOutline(
      readGroups(source, blocks, recipients),
      source,
      zones.footEnd,
      recipients.map((r) => r.text),
    ),
    leads: readLeads(source, blocks),
    windows,
    deadlines,
    receiver,
    signer: readSigner(source, zones),
    copies: readCopies(source, zones),
  };
  // What is no order sets no outline and counts no days.
  if (!values.isRequest.value && NO_OUTLINE.has(values.isRequest.reason ?? 'noOrder')) {
    values.groups = [];
    values.leads = [];
    values.windows = [];
    // "nghỉ Lễ … năm 2024": the year of an event is no period of figures.
    const { reason } = values.isRequest;
    if (reason !== 'report' && reason !== 'forwarding' && period.value?.kind === 'năm')
      values.period = absent;
  }
  if (NO_DEADLINE.has(values.isRequest.reason ?? '')) values.deadlines = [];
  return { ...values, warnings: warningsOf(values, recurring) };
};
