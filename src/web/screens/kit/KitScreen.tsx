import { useState } from 'react';
import { instantAt } from '../../../core/kernel/instant.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Btn, IconBtn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { CheckField, SelectField, TextField } from '../../kit/Field.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { type IconName, icons } from '../../kit/icons.ts';
import { Path, Pin } from '../../kit/Path.tsx';
import { Empty, ErrorState, FailureNote, Forbidden, Loading, NotFound } from '../../kit/places.tsx';
import { Seg } from '../../kit/Seg.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Mark, type ShownState, StateChip } from '../../kit/StateChip.tsx';
import { LoadingRows, Table } from '../../kit/Table.tsx';
import { DayStrip } from '../../kit/Time.tsx';
import { t } from '../../texts/text.ts';
import { FigureCells } from './FigureCells.tsx';
import './kit.css';

const STATES: readonly ShownState[] = [
  'not-opened',
  'drafting',
  'awaiting-signature',
  'signed',
  'submitted',
  'received',
  'returned',
  'overdue',
  'nil',
];
const WINDOW = { from: '2023-12-01', to: '2024-02-28' };
const DEADLINE = instantAt('2024-03-01');
const MOMENTS = [
  ['Trước ngày chốt', instantAt('2024-02-27', 9)],
  ['Ngày cuối', instantAt('2024-02-29', 22, 48)],
  ['Đầu kỳ', instantAt('2024-01-15', 8)],
  ['Đã qua hạn', instantAt('2024-03-01', 9, 12)],
  ['Qua hạn nhiều ngày', instantAt('2024-03-06', 9)],
] as const;

const States = () => (
  <section>
    <h2>{t('kit.states')}</h2>
    <ul className="row">
      {STATES.map((state) => (
        <li key={state}>
          <StateChip state={state} />
        </li>
      ))}
    </ul>
    <p className="row">
      <Mark code="on-time">{t('state.on-time')}</Mark>
      <Mark code="late">{t('state.late', { length: '40 giây' })}</Mark>
      <Mark code="at-risk">{t('state.at-risk')}</Mark>
      <Mark code="extended">{t('state.extended', { day: '04/3' })}</Mark>
      <Mark code="near-empty">{t('state.near-empty')}</Mark>
      <Mark code="revision">{t('state.revision', { n: 2 })}</Mark>
      <Mark code="locked">{t('state.locked')}</Mark>
      <Mark code="estimate">{t('state.estimate')}</Mark>
      <Mark code="resend-overdue">{t('state.resend-overdue')}</Mark>
    </p>
    <p className="row s13">
      <Seg parts={['full', 'full', 0.6, 0.3, 0, 0, 'nil']} />
      <span>7 phần: đầy là xong, đầy một phần là đang soạn, gạch ngang là không phát sinh</span>
    </p>
  </section>
);

const Buttons = () => {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(true);
  return (
    <section>
      <h2>{t('kit.buttons')}</h2>
      <div className="row">
        <Btn kind="main" icon="send">
          Gửi báo cáo
        </Btn>
        <Btn onClick={() => setOpen(true)}>Mở hộp thoại</Btn>
        <Btn kind="danger" icon="undo-2">
          Trả lại kèm 2 ý kiến
        </Btn>
        <Btn kind="quiet">Bỏ</Btn>
        <Btn kind="main" icon="signature" reason="Còn 2 nội dung phải sửa mới trình ký được.">
          Trình ký
        </Btn>
        <Btn busy>Đang gửi</Btn>
        <Btn small>Nhỏ</Btn>
        <IconBtn icon="chevron-left" label="Mục trước" onClick={() => undefined} />
      </div>
      <div className="row fields">
        <TextField label="Gửi lại trước" value="16:00 29/02/2024" onText={() => undefined} figures />
        <TextField
          label="Lý do"
          value={reason}
          onText={setReason}
          required
          error={reason ? undefined : 'Trả lại cần ít nhất 1 ý kiến, mỗi ý kiến 1 lý do.'}
        />
        <SelectField label="Xếp theo" value="first" onText={() => undefined}>
          <option value="first">Cần xử lý trước</option>
          <option value="name">Tên đơn vị</option>
        </SelectField>
        <CheckField label="Trễ hoặc có nguy cơ" checked={checked} onCheck={setChecked} />
      </div>
      <Dialog
        open={open}
        title="Trình ký báo cáo"
        onClose={() => setOpen(false)}
        actions={
          <>
            <Btn kind="main" onClick={() => setOpen(false)}>
              Trình ký
            </Btn>
            <Btn onClick={() => setOpen(false)}>Bỏ</Btn>
          </>
        }
      >
        <p>Sau khi trình, báo cáo khóa cho đến khi người ký xử lý.</p>
      </Dialog>
    </section>
  );
};

const Days = () => (
  <section>
    <h2>{t('kit.days')}</h2>
    {MOMENTS.map(([name, now]) => (
      <div key={name}>
        <p className="s13 sec">{name}</p>
        <DayStrip window={WINDOW} deadline={DEADLINE} now={now} />
      </div>
    ))}
  </section>
);

const Banners = () => (
  <section>
    <h2>{t('kit.banners')}</h2>
    <Banner tone="warn" icon="wifi-off" title={t('frame.offlineSince', { time: '09:14' })}>
      {t('frame.offlineWaiting', { n: 12 })}
    </Banner>
    <Banner
      tone="warn"
      icon="key-round"
      title={t('frame.sessionEnded')}
      actions={<Btn small>{t('frame.signInAgain')}</Btn>}
    >
      {t('frame.sessionEndedText')}
    </Banner>
    <Banner
      tone="err"
      icon="users"
      title="Cột 8, Hộ tịch có hai bản."
      actions={
        <>
          <Btn small>Lấy 84</Btn>
          <Btn small>Lấy 85</Btn>
        </>
      }
    >
      Lan gõ 84 lúc 09:11:40, Hùng gõ 85 lúc 09:11:52. Chưa bản nào bị ghi đè.
    </Banner>
    <Banner icon="lock-keyhole" title="Đã gửi lúc 15:02:31, báo cáo khóa." actions={<Btn small>Thu hồi</Btn>}>
      Phòng Nội vụ chưa bắt đầu tiếp nhận, còn thu hồi được.
    </Banner>
    <Banner tone="info" title="Yêu cầu đổi sang bản 2.">
      Hạn và mục 2.5 thay đổi. Phần đã soạn giữ nguyên.
    </Banner>
  </section>
);

const Places = () => (
  <section>
    <h2>{t('kit.places')}</h2>
    <div className="tri">
      <div className="sheet">
        <Empty title="Không có việc nào chờ">Yêu cầu mới của huyện sẽ hiện ở đây.</Empty>
      </div>
      <div className="sheet">
        <Loading label="Đang tải 27 đơn vị…" />
      </div>
      <div className="sheet">
        <ErrorState failure={{ kind: 'offline', reason: 'server' }} onRetry={() => undefined} />
      </div>
      <div className="sheet">
        <ErrorState failure={{ kind: 'fault', status: 500, id: '7f2a' }} onRetry={() => undefined} />
      </div>
      <div className="sheet">
        <Forbidden />
      </div>
      <div className="sheet">
        <NotFound />
      </div>
    </div>
    <FailureNote failure={{ kind: 'refusal', status: 403, code: 'access.forbidden', details: {} }} />
  </section>
);

const Tables = ({ theme }: { theme: string }) => (
  <section>
    <h2>{t('kit.tables')}</h2>
    <Sheet
      title={`Chờ tiếp nhận, ${theme}`}
      count={2}
      lead={<StateChip state="submitted" />}
      note="Cũ nhất trước"
    >
      <Table caption={`Báo cáo chờ tiếp nhận, ${theme}`}>
        <thead>
          <tr>
            <th scope="col">Đơn vị</th>
            <th scope="col" className="r">
              Hồ sơ
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="on">
            <th scope="row">Xã Thụy Hùng</th>
            <td className="r">1.234</td>
          </tr>
          <tr>
            <th scope="row">Xã Thạch Đạn</th>
            <td className="r">87</td>
          </tr>
        </tbody>
        <LoadingRows columns={2} rows={2} />
      </Table>
    </Sheet>
  </section>
);

const Paths = () => (
  <section>
    <h2>{t('kit.paths')}</h2>
    <Path
      steps={[
        { state: 'done', title: 'Huyện gửi yêu cầu', note: 'Xác nhận đã nhận lúc 08:15 ngày 07/02' },
        { state: 'here', title: 'Lan soạn', note: '86% · nên xong trước 16:00 để kịp ký' },
        { state: 'next', title: 'Hùng, Chủ tịch UBND xã, ký' },
        { state: 'next', title: 'Phòng Nội vụ tiếp nhận' },
      ]}
    />
    <p className="row">
      <Pin n={1} /> <Pin n={2} solved />
    </p>
  </section>
);

const Icons = () => (
  <section>
    <h2>{t('kit.icons')}</h2>
    <ul className="row s12">
      {(Object.keys(icons) as IconName[]).map((name) => (
        <li key={name}>
          <Icon name={name} large /> {name}
        </li>
      ))}
    </ul>
  </section>
);

const KitScreen = () => (
  <main id="main" className="kit">
    <h1 className="vh">{t('kit.title')}</h1>
    {(['light', 'dark'] as const).map((theme) => (
      <div key={theme} className="th" data-theme={theme}>
        <p className="thh">{t(`kit.${theme}`)}</p>
        <States />
        <FigureCells />
        <Buttons />
        <Days />
        <Banners />
        <Places />
        <Tables theme={t(`kit.${theme}`)} />
        <Paths />
        <Icons />
      </div>
    ))}
  </main>
);

export default KitScreen;
