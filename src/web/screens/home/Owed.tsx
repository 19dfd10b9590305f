import { Link } from 'wouter';
import type { BoardAnswer, BoardRow } from '../../../core/report/answers.ts';
import { useServerNow } from '../../http/server-clock.ts';
import { Btn } from '../../kit/Btn.tsx';
import { CopyText } from '../../kit/CopyText.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { Table } from '../../kit/Table.tsx';
import { t } from '../../texts/text.ts';
import { arrange, NO_FILTER } from '../board/arrange.ts';
import { ExtendedMark, holderText, LatenessMark } from '../board/BoardRows.tsx';
import { missingWords, reminderText } from './missing-words.ts';
import { Remind } from './Remind.tsx';
import { owes, wantsReminder } from './urgency.ts';

/** So many stand on the first page; the board has them all. */
const SHOWN = 12;

export const owedRows = (board: BoardAnswer): readonly BoardRow[] =>
  arrange(board.rows, NO_FILTER, 'urgent').filter(wantsReminder);

/** Who still has to send and is late, at risk or silent: not those who are on their way. */
export const Owed = ({
  board,
  title,
  onRemind,
}: {
  board: BoardAnswer;
  title: string;
  onRemind?: ((row: BoardRow) => void) | undefined;
}) => {
  const rows = owedRows(board);
  const others = board.rows.filter(owes).length - rows.length;
  return (
    <Sheet
      title={title}
      count={rows.length}
      note={others > 0 && t('home.owedNote', { n: others })}
      actions={
        <>
          {onRemind && rows.length > 0 && (
            <Remind
              campaignId={board.campaign.id}
              unitIds={rows.map((r) => r.unitId)}
              label={t('home.remindAll', { n: rows.length })}
            />
          )}
          <Btn small href={`/theo-doi/${board.campaign.id}`}>
            {t('home.owedAll', { n: board.obliged })}
          </Btn>
        </>
      }
    >
      {rows.length === 0 ? (
        <p className="pad sec">{t('home.owedNone')}</p>
      ) : (
        <Table caption={title} className="q">
          <thead>
            <tr>
              <th>{t('home.queueUnit')}</th>
              <th>{t('home.owedState')}</th>
              <th>{t('home.owedMissing')}</th>
              <th>{t('home.owedHolder')}</th>
              {onRemind && (
                <th>
                  <span className="vh">{t('home.queueAct')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row) => (
              <tr key={row.unitId}>
                <th scope="row">
                  <Link className="name" href={`/xem-xet/${board.campaign.id}/${row.unitId}`}>
                    {row.name}
                  </Link>
                </th>
                <td>
                  <StateChip state={row.state} />{' '}
                  {row.lateness.kind !== 'open' && row.lateness.kind !== 'on-time' && (
                    <LatenessMark lateness={row.lateness} />
                  )}{' '}
                  <ExtendedMark extension={row.extension} />
                </td>
                <td>{missingWords(row)}</td>
                <td>{holderText(row)}</td>
                {onRemind && (
                  <td className="ac">
                    <Btn
                      small
                      aria-label={t('home.owedRemindOf', { unit: row.name })}
                      onClick={() => onRemind(row)}
                    >
                      {t('home.owedRemind')}
                    </Btn>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Sheet>
  );
};

/** A reminder ready for Zalo. It names the unit, until when, and what is missing. */
export const Reminder = ({ board, row }: { board: BoardAnswer; row: BoardRow }) => {
  const now = useServerNow(60_000) ?? board.now;
  const text = reminderText(board.campaign, row, now);
  return (
    <section className="sheet zl" aria-labelledby="zalo">
      <div className="pad">
        <h2 id="zalo" tabIndex={-1}>
          {t('home.zalo')}
        </h2>
        <CopyText
          text={text}
          actions={
            <Remind
              key={row.unitId}
              campaignId={board.campaign.id}
              unitIds={[row.unitId]}
              label={t('home.remindSend')}
            />
          }
        />
        <p className="mut s12">{t('home.zaloNote')}</p>
      </div>
    </section>
  );
};
