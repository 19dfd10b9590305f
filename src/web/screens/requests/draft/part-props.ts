import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';
import type { Request, RequestPart } from '../../../../core/campaign/request.ts';
import type { LetterReading } from '../../../../core/letter/reading.ts';
import type { Numbered } from '../letter/numbered.ts';
import type { Ends } from '../letter/useEnds.ts';

export type Edit = {
  change(to: (request: Request) => Request): void;
  seen(part: RequestPart): (seen: boolean) => void;
};

/** What every part of the draft is drawn from. */
export type PartProps = {
  readonly campaign: CampaignAnswer;
  readonly request: Request;
  readonly letter: LetterReading | undefined;
  readonly numbered: Numbered;
  readonly ends: Ends;
  readonly gaps: number;
  /** What is shown is what the server has: its advice then holds. */
  readonly settled: boolean;
  /** undefined: this person reads only, or the state allows no change. */
  readonly edit: Edit | undefined;
};
