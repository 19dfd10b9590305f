import { directoryRefusals } from '../../../core/directory/refusals.ts';
import { sentencesOf } from '../core-sentences.ts';

export const directory = sentencesOf(directoryRefusals, 'en', 'directory');
