import type { ReactNode } from 'react';
import type { RichBlock, RichDoc, RichInline, RichList, RichParagraph } from '../../core/kernel/richText.ts';
import './richtext.css';

/** The words of a report as they will be read, without an editor around them. */
const Inline = ({ node }: { node: RichInline }): ReactNode => {
  let shown: ReactNode =
    node.type === 'text' ? (
      node.text
    ) : node.type === 'figure' ? (
      <span className="fig">{node.attrs.text || '…'}</span>
    ) : (
      <a className="cite" href={`/api/evidence/${node.attrs.id}/file`} target="_blank" rel="noreferrer">
        {node.attrs.text}
      </a>
    );
  for (const mark of node.marks ?? [])
    shown =
      mark.type === 'strong' ? (
        <strong>{shown}</strong>
      ) : mark.type === 'em' ? (
        <i>{shown}</i>
      ) : (
        <u>{shown}</u>
      );
  return shown;
};

const Paragraph = ({ node }: { node: RichParagraph }) => (
  <p>{node.content ? node.content.map((n, at) => <Inline key={at} node={n} />) : <br />}</p>
);

const List = ({ node }: { node: RichList }) => {
  const items = node.content.map((item, at) => (
    <li key={at}>
      {item.content.map((n, i) =>
        n.type === 'paragraph' ? <Paragraph key={i} node={n} /> : <List key={i} node={n} />,
      )}
    </li>
  ));
  return node.type === 'bullet_list' ? <ul>{items}</ul> : <ol start={node.attrs?.order ?? 1}>{items}</ol>;
};

const Block = ({ node }: { node: RichBlock }) => {
  if (node.type === 'paragraph') return <Paragraph node={node} />;
  if (node.type !== 'table') return <List node={node} />;
  return (
    <div className="scroll">
      <table className="pmt">
        <tbody>
          {node.content.map((row, r) => (
            <tr key={r}>
              {row.content.map((cell, c) => {
                const Tag = cell.type === 'table_header' ? 'th' : 'td';
                return (
                  <Tag key={c} colSpan={cell.attrs?.colspan ?? 1} rowSpan={cell.attrs?.rowspan ?? 1}>
                    {cell.content.map((n, i) =>
                      n.type === 'paragraph' ? <Paragraph key={i} node={n} /> : <List key={i} node={n} />,
                    )}
                  </Tag>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

export const RichView = ({ doc }: { doc: RichDoc }) => (
  <div className="doc">
    {doc.content.map((node, at) => (
      <Block key={at} node={node} />
    ))}
  </div>
);
