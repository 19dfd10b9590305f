export const receiptCheck = {
  title: 'Check a receipt',
  intro: 'Type the check code printed on the receipt. No sign-in is needed.',
  code: 'Check code',
  codeHint: 'The letters and digits at the end of the address printed on the receipt.',
  hash: 'Content code (SHA-256)',
  hashHint: 'Type it as well to learn whether the copy at hand is what was sent, with or without spaces.',
  check: 'Check',
  missing: 'Type the check code printed on the receipt.',
  match: 'The receipt is right, and the content code is that of what was sent.',
  exists: 'The system has given this receipt.',
  existsText: 'Type the content code as well to check the content.',
  mismatch: 'No receipt matches what was typed.',
  mismatchText:
    'Check the code letter by letter. If it still does not match, the copy at hand is not the one that was sent.',
  submitted: 'Submitted',
  journal: 'Journal',
  journalWhole: 'The line of this submission stands as it was',
  journalChanged: 'The journal no longer has the line that the receipt names.',
  journalChangedText:
    'The receipt is of this system, but the line of the journal is not the one it was given with. Keep the receipt and ask the administrator to check the chains.',
};
