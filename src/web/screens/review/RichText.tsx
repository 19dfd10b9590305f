import type { ReactNode } from 'react';
import type { RichBlock, RichDoc, RichInline, RichListItem } from '../../../core/kernel/richText.ts';

/** Words found in a text node stand on the highlighter. */
const marked = (text: string, quotes: readonly string[]): ReactNode => {
  for (const quote of quotes) {
    const at = text.indexOf(quote);
    if (quote !== '' && at >= 0)
      return (
        <>
          {marked(text.slice(0, at), quotes)}
          <mark>{quote}</mark>
          {marked(text.slice(at + quote.length), quotes)}
        </>
      );
  }
  return text;
};

const Inline = ({ node, quotes }: { node: RichInline; quotes: readonly string[] }) => {
  const words: ReactNode =
    node.type === 'text' ? (
      marked(node.text, quotes)
    ) : (
      <span className="fig">{marked(node.attrs.text, quotes)}</span>
    );
  return (node.marks ?? []).reduce<ReactNode>((inside, mark) => {
    if (mark.type === 'strong') return <b>{inside}</b>;
    return mark.type === 'em' ? <i>{inside}</i> : <u>{inside}</u>;
  }, words) as never;
};

const Item = ({ item, quotes }: { item: RichListItem; quotes: readonly string[] }) => (
  <li>
    {item.content.map((child, at) => (
      <Block key={at} block={child} quotes={quotes} />
    ))}
  </li>
);

const Block = ({ block, quotes }: { block: RichBlock; quotes: readonly string[] }) => {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          {(block.content ?? []).map((node, at) => (
            <Inline key={at} node={node} quotes={quotes} />
          ))}
        </p>
      );
    case 'bullet_list':
      return (
        <ul>
          {block.content.map((item, at) => (
            <Item key={at} item={item} quotes={quotes} />
          ))}
        </ul>
      );
    case 'ordered_list':
      return (
        <ol start={block.attrs?.order ?? 1}>
          {block.content.map((item, at) => (
            <Item key={at} item={item} quotes={quotes} />
          ))}
        </ol>
      );
    case 'table':
      return (
        <div className="scroll">
          <table className="tbl">
            <tbody>
              {block.content.map((row, r) => (
                <tr key={r}>
                  {row.content.map((cell, c) => {
                    const Tag = cell.type === 'table_header' ? 'th' : 'td';
                    return (
                      <Tag key={c} colSpan={cell.attrs?.colspan ?? 1} rowSpan={cell.attrs?.rowspan ?? 1}>
                        {cell.content.map((child, at) => (
                          <Block key={at} block={child} quotes={quotes} />
                        ))}
                      </Tag>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
};

/** The words of a report for reading. The server has checked the tree before it was saved. */
export const RichText = ({ doc, quotes }: { doc: RichDoc; quotes: readonly string[] }) => (
  <>
    {doc.content.map((block, at) => (
      <Block key={at} block={block} quotes={quotes} />
    ))}
  </>
);
