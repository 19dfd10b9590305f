import { Icon } from '../../kit/Icon.tsx';

/** How a figure cell looks in each of its states; the grid itself belongs to the editor. */
export const FigureCells = () => (
  <section>
    <h2>Ô số liệu</h2>
    <div className="cells">
      {(
        [
          ['', '46', '41', 'đã lưu'],
          ['fo', '46', '41', 'đang gõ'],
          ['saved', '9', '19', 'vừa lưu (2 giây)'],
          ['waiting', '2', '1', 'chờ lưu'],
          ['wrong', '2o', '0', 'chưa phải là số'],
          ['bad', '118', '109', 'tổng không khớp'],
          ['sum', '186', '160', 'tự cộng'],
          ['blank', '', '0', 'chưa nhập'],
          ['zero', '0', '0', 'bằng 0'],
          ['nil', 'KPS', '2', 'không phát sinh'],
          ['estimate', '71', '66', 'số ước'],
          ['two', '84', '80', 'hai người sửa'],
          ['lock', '28', '26', 'đã khóa'],
          ['nk', 'không tính được', '99,68%', 'mẫu số bằng 0'],
        ] as const
      ).map(([look, value, last, name]) => (
        <figure className="cf" key={name}>
          <div className={`cx ${look}`}>
            {['bad', 'sum', 'nil', 'lock', 'nk'].includes(look) ? (
              <output>{value}</output>
            ) : (
              <input defaultValue={value} aria-label={name} aria-invalid={look === 'wrong' || undefined} />
            )}
            <small>{last}</small>
            {look === 'saved' && (
              <span className="sv ok">
                <Icon name="check" />
              </span>
            )}
            {look === 'waiting' && (
              <span className="sv">
                <Icon name="cloud-upload" />
              </span>
            )}
            {look === 'two' && (
              <span className="sv w">
                <Icon name="users" />
              </span>
            )}
            {look === 'estimate' && <i>ước</i>}
          </div>
          <figcaption>{name}</figcaption>
        </figure>
      ))}
    </div>
  </section>
);
