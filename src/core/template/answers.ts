import type { Instant } from '../kernel/instant.ts';
import type { TemplateVerb } from './allow.ts';
import type { Meaning } from './meaning.ts';
import type { FileProblem } from './sheetReader.ts';
import type { Template } from './template.ts';

export type TemplateLine = {
  readonly id: string;
  readonly title: string;
  /** Newest first. */
  readonly versions: readonly {
    readonly version: number;
    readonly publishedAt: Instant;
    /** Requests that were issued with it. */
    readonly issued: number;
  }[];
  readonly draft: {
    readonly version: number;
    readonly title: string;
    readonly basedOn: number | null;
    readonly changedAt: Instant;
    readonly changedBy: string;
  } | null;
};

export type TemplatesAnswer = {
  readonly templates: readonly TemplateLine[];
  readonly may: readonly TemplateVerb[];
};

export type DraftAnswer = {
  readonly template: Template;
  readonly basedOn: number | null;
  readonly version: number;
  /** Tried out since the last edit. */
  readonly tried: boolean;
  readonly changedAt: Instant;
  readonly changedBy: string;
  readonly may: readonly TemplateVerb[];
};

export type PublishedAnswer = {
  readonly template: Template;
  readonly publishedAt: Instant;
  readonly may: readonly TemplateVerb[];
};

/** Figures that were published with a code of their own, to build tables from. */
export type IndicatorsAnswer = {
  readonly indicators: readonly Pick<Meaning, 'indicator' | 'title' | 'type' | 'unit' | 'stock'>[];
};

/** What a file would do; nothing is stored. */
export type TemplateFileAnswer = {
  readonly fileName: string;
  readonly problems: readonly FileProblem[];
  /** null while something of the file is wrong. */
  readonly template: {
    readonly id: string;
    readonly title: string;
    readonly sections: number;
    readonly forms: number;
    readonly figures: number;
    readonly checks: number;
  } | null;
  /** new: nothing of this code is known. version: it becomes the draft of the next one. replaces: the draft there is. */
  readonly becomes: 'new' | 'version' | 'replaces' | 'same';
  readonly draftVersion: number;
};
