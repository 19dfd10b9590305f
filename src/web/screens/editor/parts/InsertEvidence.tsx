import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { t } from '../../../texts/text.ts';
import { citedAs } from '../../evidence/words.ts';
import type { Desk } from '../desk/desk.ts';

/** The words keep how a paper is cited, not its file: no longer than a line of them. */
const LONGEST = 200;

/** Picks one of the papers that the report rests on for the words; they are attached under each part. */
export const InsertEvidence = ({
  desk,
  onPick,
  onClose,
}: {
  desk: Desk;
  onPick: (id: string, text: string) => void;
  onClose: () => void;
}) => {
  const { evidence } = desk.report.use();
  const papers = [...new Map(evidence.map((c) => [c.evidence.id, c])).values()];
  return (
    <Dialog
      open
      title={t('editor.citeInWords')}
      onClose={onClose}
      actions={<Btn onClick={onClose}>{t('common.cancel')}</Btn>}
    >
      {papers.length === 0 ? (
        <p className="sec">{t('editor.citeNone')}</p>
      ) : (
        <ul className="ev-pick">
          {papers.map(({ evidence: document, pages }) => {
            const known = document.number !== '' || document.day !== null;
            const text = [known ? citedAs(document) : document.abstract, pages]
              .filter(Boolean)
              .join(', ')
              .slice(0, LONGEST);
            return (
              <li key={document.id}>
                <Btn kind="quiet" icon="paperclip" onClick={() => onPick(document.id, text)}>
                  {text}
                </Btn>
                <p className="s12 sec">{document.abstract}</p>
              </li>
            );
          })}
        </ul>
      )}
    </Dialog>
  );
};
