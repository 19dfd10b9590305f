import type { Refusals } from '../sentence.ts';

const FIELDS: Readonly<Record<string, string>> = {
  type: 'type',
  unit: 'unit',
  stock: 'kind (stock or flow)',
};

export const templates = {
  'template.placeGone':
    'Somebody has just removed this part, form, row or column. Load the page again and go on.',
  'template.ruleUnread':
    'The rule could not be read from letter {letter}. Mend it as the note below the field says.',
  'template.lastOutline': 'A template keeps at least one outline. Add another before removing this one.',
  'template.lastSection': 'An outline keeps at least one part. Add another before removing this one.',
  'template.lastRow': 'A form keeps at least one row. Add another, or remove the whole form.',
  'template.lastColumn': 'A form keeps at least one column. Add another, or remove the whole form.',
  'template.cannotMove': 'It stands at that end already, or there is no level to move to.',
  'template.indicatorMeaning': (details) =>
    `The indicator “${String(details.title ?? '')}” was published with the ${FIELDS[String(details.field)] ?? 'meaning'} “${String(details.was ?? '')}” and keeps it for ever, so nothing was changed. To report by the new meaning, make a new indicator.`,
  'template.unsound': 'The draft has {n} faults to mend before it can be published. See “To mend”.',
  'template.nothingChanged': 'The draft says the same as the published version; there is nothing to publish.',
  'template.stale':
    '{by} has just changed this draft. Your change was not saved; look at the new draft and change it again.',
  'template.draftExists': 'The template “{title}” has a draft already. Open that draft, or drop it first.',
  'campaign.templateUnknown':
    'Version {version} of the template is not among the published ones. Choose another.',
} satisfies Refusals;
