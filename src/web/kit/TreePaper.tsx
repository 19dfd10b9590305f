import type { Block, DocumentTree, Inline, Row } from '../../core/documents/tree.ts';
import { officialDay } from '../../core/kernel/wording.ts';
import { t } from '../texts/text.ts';

const Words = ({ of }: { of: readonly Inline[] }) => (
  <>
    {of.map((one, at) => {
      if (one.kind === 'source') return <small key={at}> {one.mark}</small>;
      const words = one.kind === 'text' && one.italic ? <i>{one.text}</i> : one.text;
      return one.bold ? <b key={at}>{words}</b> : <span key={at}>{words}</span>;
    })}
  </>
);

const Rows = ({ rows, head }: { rows: readonly Row[]; head?: true }) => (
  <>
    {rows.map((row, at) => (
      <tr key={at}>
        {row.cells.map((cell, i) =>
          head ? (
            <th key={i} colSpan={cell.colspan} rowSpan={cell.rowspan}>
              <Words of={cell.inlines} />
            </th>
          ) : (
            <td key={i} colSpan={cell.colspan} rowSpan={cell.rowspan}>
              <Words of={cell.inlines} />
            </td>
          ),
        )}
      </tr>
    ))}
  </>
);

const Piece = ({ of }: { of: Block }) => {
  switch (of.kind) {
    case 'paragraph':
      return (
        <p>
          <Words of={of.inlines} />
        </p>
      );
    case 'heading':
      return (
        <p>
          <b>{[of.number, of.text].filter(Boolean).join('. ')}</b>
        </p>
      );
    case 'table':
      return (
        <table className="tree-table">
          <thead>
            <Rows rows={of.head} head />
          </thead>
          <tbody>
            <Rows rows={of.rows} />
          </tbody>
        </table>
      );
    case 'list':
      return (
        <ul>
          {of.items.map((item, at) => (
            <li key={at}>
              <Words of={item.inlines} />
            </li>
          ))}
        </ul>
      );
    case 'legal-basis':
      return (
        <>
          {of.items.map((item) => (
            <p key={item}>
              <i>{item}</i>
            </p>
          ))}
        </>
      );
    case 'qr':
    case 'picture':
    case 'page-break':
      return null;
  }
};

/** A document as it will be printed, near enough to read it before it is a file: boxes of NĐ 30/2020/NĐ-CP. */
export const TreePaper = ({ tree, label }: { tree: DocumentTree; label: string }) => {
  const { head, signature } = tree;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the sheet scrolls on its own and must be reached by keyboard
    <section className="paper doc tree-paper" aria-label={label} tabIndex={0}>
      {tree.marks.draft && <p className="tree-mark">{t('watch.paperDraft')}</p>}
      {tree.marks.illustration && <p className="tree-mark">{t('watch.paperIllustration')}</p>}
      <div className="tree-head">
        <p>
          {head.superior && <span>{head.superior}</span>}
          <b>{head.body}</b>
          <span>
            Số: {head.number ?? '      '}/{head.symbol}
          </span>
          {head.regarding && <span>V/v {head.regarding}</span>}
        </p>
        <p>
          <b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>
          <b>Độc lập - Tự do - Hạnh phúc</b>
          <i>
            {head.place}, {head.day ? officialDay(head.day) : t('watch.paperNoDay')}
          </i>
        </p>
      </div>
      <p>
        Kính gửi: {tree.kinhGui.length === 1 ? tree.kinhGui[0] : ''}
        {tree.kinhGui.length > 1 &&
          tree.kinhGui.map((one, at) => (
            <span key={one} className="tree-to">
              - {one}
              {at === tree.kinhGui.length - 1 ? '.' : ';'}
            </span>
          ))}
      </p>
      {tree.blocks.map((block, at) => (
        <Piece key={at} of={block} />
      ))}
      <div className="tree-foot">
        <p>
          <b>
            <i>Nơi nhận:</i>
          </b>
          {tree.noiNhan.map((one) => (
            <span key={one}>- {one.replace(/[;.]$/, '')};</span>
          ))}
        </p>
        {signature && (
          <p>
            <b>{[signature.authority, signature.onBehalfOf].filter(Boolean).join(' ')}</b>
            <b>{signature.position}</b>
            <b className="tree-name">{signature.name ?? ''}</b>
          </p>
        )}
      </div>
    </section>
  );
};
