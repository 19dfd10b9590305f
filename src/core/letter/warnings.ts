import type { LetterReading } from './reading.ts';

type Values = Omit<LetterReading, 'warnings'>;

/** What NĐ 30/2020 asks of an official letter and this one lacks, and what the reader could not settle. */
export const warningsOf = (reading: Values, recurringWindow: boolean): string[] => {
  const warnings: string[] = [];
  if (reading.number.value === null) warnings.push('number.missing');
  if (reading.symbol.value === null) warnings.push('symbol.missing');
  if (reading.date.value === null)
    warnings.push(
      reading.dateKnown?.year !== undefined && reading.dateKnown.month !== undefined
        ? 'date.dayMissing'
        : 'date.missing',
    );
  if (reading.issuer.value === null) warnings.push('issuer.missing');
  if (reading.subject.value === null) warnings.push('subject.missing');
  if (reading.signer.name === null && reading.signer.position === null) warnings.push('signer.missing');
  else if (reading.signer.name === null) warnings.push('signer.nameMissing');
  if (!reading.copies.length) warnings.push('copies.missing');
  else {
    const kept = reading.copies.find((copy) => /^Lưu/iu.test(copy));
    if (!kept) warnings.push('copies.keptMissing');
    // NĐ 30/2020, phụ lục I: the last line reads "Lưu: VT, <drafting unit>".
    else if (!/VT\s*[,;.(-]\s*\S/u.test(kept)) warnings.push('copies.draftingUnitMissing');
  }
  if (reading.isRequest.value) {
    if (!reading.recipients.length) warnings.push('recipients.missing');
    if (!reading.deadlines.length) warnings.push('deadline.missing');
    else if (reading.deadlines.some((d) => d.at === null && d.rule === null))
      warnings.push('deadline.unresolved');
    if (!reading.windows.length) warnings.push(recurringWindow ? 'window.recurring' : 'window.missing');
    if (!reading.groups.length) warnings.push('outline.missing');
  }
  return warnings;
};
