import { gapsOfRequest, type RequestPart } from '../../../../core/campaign/request.ts';
import { DeadlinePart } from './DeadlinePart.tsx';
import { DocumentPart } from './DocumentPart.tsx';
import { LeadsPart } from './LeadsPart.tsx';
import { OutlinePart } from './OutlinePart.tsx';
import type { PartProps } from './part-props.ts';
import { RecipientsPart } from './RecipientsPart.tsx';

/** The five parts in the order of the screen: the deadline first. */
export const RequestParts = (props: Omit<PartProps, 'gaps'>) => {
  const gaps = gapsOfRequest(props.request);
  const open = (part: RequestPart): number =>
    gaps.filter((g) => g.part === part && g.code !== 'request.partNotSeen').length;
  return (
    <>
      <DeadlinePart {...props} gaps={open('deadline')} />
      <DocumentPart {...props} gaps={open('document')} />
      <RecipientsPart {...props} gaps={open('recipients')} />
      <OutlinePart {...props} gaps={open('outline')} />
      <LeadsPart {...props} gaps={open('leads')} />
    </>
  );
};
