import {
  bodyLines,
  copyLines,
  placeAndDay,
  signatureLines,
  superiorLines,
} from '../../../../core/documents/layout.ts';
import { type DocumentStyle, signatureOf } from '../../../../core/documents/style.ts';
import type { OutgoingKind } from '../../../../core/registry/book.ts';
import { t } from '../../../texts/text.ts';

/** What stands in the middle is no concern of this page; a grey line says where it would be. */
const TITLES: Readonly<Record<OutgoingKind, string>> = {
  letter: '',
  report: 'BÁO CÁO',
  decision: 'QUYẾT ĐỊNH',
};

/** The first page as NĐ 30/2020 sets it, from the same rules that print it; changes with every key. */
export const Preview = ({ style, kind }: { style: DocumentStyle; kind: OutgoingKind }) => {
  const place = placeAndDay({
    body: style.body,
    number: null,
    symbol: '',
    place: style.place,
    day: null,
  });
  const signature = signatureOf(style.signatures[kind], null);
  return (
    <div className="paper-page" lang="vi" role="img" aria-label={t('registry.previewOf')}>
      <div className="head-boxes">
        <div>
          {style.superior && superiorLines(style.superior).map((one) => <p key={one}>{one}</p>)}
          {bodyLines(style.body).map((one) => (
            <p key={one}>
              <b>{one}</b>
            </p>
          ))}
          <i className="rule" />
          <p>
            {t('registry.previewNumber')} ......./{style.symbols[kind]}
          </p>
          {kind === 'letter' && <p className="small">V/v .....................</p>}
        </div>
        <div>
          <p>
            <b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>
          </p>
          <p className="motto">
            <b>Độc lập - Tự do - Hạnh phúc</b>
          </p>
          <i className="rule long" />
          <p>
            <em>{place}</em>
          </p>
        </div>
      </div>
      {TITLES[kind] && (
        <p className="kind">
          <b>{TITLES[kind]}</b>
        </p>
      )}
      <div className="grey" />
      <div className="grey" />
      <div className="grey short" />
      <div className="head-boxes end">
        <div className="copies">
          <p className="word">
            <b>
              <em>Nơi nhận:</em>
            </b>
          </p>
          {copyLines(style.copies[kind]).map((one) => (
            <p key={one}>{one}</p>
          ))}
        </div>
        <div>
          {signatureLines(signature).map((one) => (
            <p key={one}>
              <b>{one}</b>
            </p>
          ))}
        </div>
      </div>
    </div>
  );
};
