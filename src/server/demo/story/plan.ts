/**
 * What happens in each unit from the issue of the request to the morning of Wednesday 28/02/2024. Moments are
 * 'MM-DD HH:mm[:ss]' of 2024 in Vietnam, in working hours, with Tết (08/02 to 14/02) off. All of it is invented.
 */
export type Moment = string;
export type UnitPlan = {
  readonly unit: string;
  readonly acknowledged: Moment;
  /** One or two batches; the second completes the first. */
  readonly saved: readonly Moment[];
  /** How much is written so far; whole when absent. */
  readonly share?: number;
  readonly reason?: { readonly at: Moment; readonly check: string; readonly text: string };
  readonly passed?: Moment;
  readonly sentBack?: {
    readonly at: Moment;
    readonly reason: string;
    readonly saved: Moment;
    readonly passed: Moment;
  };
  readonly signed?: Moment;
  readonly registered?: readonly [at: Moment, number: number];
  readonly receiver?: 'mai' | 'nga';
  readonly begun?: Moment;
  readonly received?: Moment;
  readonly returned?: {
    readonly at: Moment;
    readonly resendBy: Moment;
    /** Answers to pins 1, 2 …; a pin without one stays open. */
    readonly answers: readonly (readonly [at: Moment, answer: string])[];
    readonly saved?: Moment;
    readonly passed?: Moment;
    readonly signed?: Moment;
    readonly registered?: readonly [at: Moment, number: number];
    readonly begun?: Moment;
    readonly received?: Moment;
  };
};

const RECEIVED: readonly UnitPlan[] = [
  {
    unit: 'tt-dong-dang',
    acknowledged: '02-06 16:02',
    saved: ['02-19 09:12', '02-21 15:40'],
    passed: '02-22 08:35',
    signed: '02-22 10:02:41',
    registered: ['02-22 14:10', 24],
    receiver: 'mai',
    begun: '02-23 08:10',
    received: '02-23 09:31:20',
  },
  {
    unit: 'tt-cao-loc',
    acknowledged: '02-07 07:48',
    saved: ['02-20 08:30', '02-22 16:05'],
    passed: '02-23 08:05',
    signed: '02-23 09:20:06',
    registered: ['02-23 10:30', 31],
    receiver: 'nga',
    begun: '02-26 08:20',
    received: '02-26 10:04:52',
  },
  {
    unit: 'xa-cao-lau',
    acknowledged: '02-07 08:31',
    saved: ['02-19 14:00', '02-22 09:45'],
    passed: '02-22 10:10',
    sentBack: {
      at: '02-22 15:20',
      reason: 'Mục VI chưa ghi người phụ trách và thời hạn của từng việc, bổ sung rồi trình lại.',
      saved: '02-23 08:40',
      passed: '02-23 08:55',
    },
    signed: '02-23 14:31:09',
    registered: ['02-23 16:00', 19],
    receiver: 'mai',
    begun: '02-26 09:00',
    received: '02-26 14:22:37',
  },
  {
    unit: 'xa-hong-phong',
    acknowledged: '02-07 09:02',
    saved: ['02-16 09:00', '02-20 10:15'],
    passed: '02-20 14:05',
    signed: '02-20 16:40:33',
    receiver: 'nga',
    begun: '02-21 08:30',
    returned: {
      at: '02-21 10:12',
      resendBy: '02-26 17:00',
      answers: [
        [
          '02-22 08:58',
          'Đã viết lại câu này theo biểu: có 01 hồ sơ đất đai quá hạn, nêu lý do và việc xin lỗi.',
        ],
      ],
      saved: '02-22 08:50',
      passed: '02-22 09:05',
      signed: '02-22 15:12:48',
      registered: ['02-22 16:20', 22],
      begun: '02-23 14:00',
      received: '02-23 14:26:15',
    },
  },
  {
    unit: 'xa-phu-xa',
    acknowledged: '02-07 10:20',
    saved: ['02-21 09:30', '02-23 10:10'],
    passed: '02-23 13:50',
    signed: '02-26 08:15:55',
    registered: ['02-26 09:10', 17],
    receiver: 'mai',
    begun: '02-26 15:05',
    received: '02-26 15:41:08',
  },
  {
    unit: 'xa-binh-trung',
    acknowledged: '02-15 08:05',
    saved: ['02-20 14:40', '02-23 15:20'],
    passed: '02-23 15:45',
    signed: '02-26 09:40:12',
    registered: ['02-26 10:20', 14],
    receiver: 'nga',
    begun: '02-27 08:00',
    received: '02-27 09:15:33',
  },
  {
    unit: 'xa-hoa-cu',
    acknowledged: '02-07 14:10',
    saved: ['02-21 08:25', '02-26 10:00'],
    passed: '02-26 10:30',
    signed: '02-26 13:55:27',
    registered: ['02-26 15:00', 16],
    receiver: 'mai',
    begun: '02-27 09:30',
    received: '02-27 10:26:44',
  },
  {
    unit: 'xa-hop-thanh',
    acknowledged: '02-15 09:12',
    saved: ['02-22 08:45', '02-26 09:20'],
    passed: '02-26 09:50',
    signed: '02-26 14:44:03',
    registered: ['02-26 16:15', 20],
    receiver: 'nga',
    begun: '02-27 10:00',
    received: '02-27 10:58:29',
  },
  {
    unit: 'xa-gia-cat',
    acknowledged: '02-07 15:02',
    saved: ['02-19 08:20', '02-26 08:40'],
    passed: '02-26 09:05',
    signed: '02-26 10:58:39',
    registered: ['02-26 13:50', 27],
    receiver: 'mai',
    begun: '02-27 13:40',
    received: '02-27 14:09:51',
  },
  {
    unit: 'xa-tan-lien',
    acknowledged: '02-07 08:55',
    saved: ['02-20 15:10', '02-26 11:05'],
    passed: '02-26 13:50',
    signed: '02-26 16:02:18',
    registered: ['02-27 08:10', 25],
    receiver: 'nga',
    begun: '02-27 14:30',
    received: '02-27 15:44:02',
  },
];

const SUBMITTED: readonly UnitPlan[] = [
  {
    unit: 'xa-yen-trach',
    acknowledged: '02-15 14:20',
    saved: ['02-22 14:30', '02-26 15:35'],
    passed: '02-26 16:10',
    signed: '02-27 08:52:31',
    registered: ['02-27 09:30', 23],
  },
  {
    unit: 'xa-thuy-hung',
    acknowledged: '02-07 09:40',
    saved: ['02-21 14:00', '02-26 16:20'],
    passed: '02-27 08:15',
    signed: '02-27 11:03:55',
    receiver: 'mai',
    begun: '02-27 16:30',
  },
  {
    unit: 'xa-thach-dan',
    acknowledged: '02-16 08:10',
    saved: ['02-23 09:00', '02-27 09:40'],
    reason: {
      at: '02-27 10:05',
      check: 'cong-vu:4.02<=4.01:cchc-4-02',
      text: 'Có 01 công chức chờ nghỉ hưu từ 01/3/2024, người thay đã nhận nhiệm vụ từ tháng 02.',
    },
    passed: '02-27 10:20',
    signed: '02-27 15:20:37',
  },
  {
    unit: 'xa-tan-thanh',
    acknowledged: '02-27 14:05',
    saved: ['02-27 16:10'],
    passed: '02-27 16:25',
    signed: '02-27 16:58:10',
  },
  {
    unit: 'xa-xuan-long',
    acknowledged: '02-07 11:05',
    saved: ['02-22 10:00', '02-26 14:15'],
    passed: '02-26 14:50',
    signed: '02-26 16:20:11',
    receiver: 'mai',
    begun: '02-27 08:40',
    returned: {
      at: '02-27 09:05',
      resendBy: '02-29 12:00',
      answers: [
        ['02-27 14:22', 'Đã chuyển 02 hồ sơ từ cột 9 sang cột 10 theo dữ liệu một cửa.'],
        ['02-27 14:25', 'Đã sửa tỷ lệ trong lời theo biểu.'],
      ],
      saved: '02-27 14:15',
      passed: '02-27 15:30',
      signed: '02-27 16:40:26',
    },
  },
  {
    unit: 'tu-phap',
    acknowledged: '02-06 16:20',
    saved: ['02-21 10:10', '02-26 15:00'],
    passed: '02-26 15:40',
    signed: '02-27 10:15:44',
    registered: ['02-27 10:50', 12],
  },
];

const RETURNED: readonly UnitPlan[] = [
  {
    unit: 'xa-xuat-le',
    acknowledged: '02-07 13:50',
    saved: ['02-20 09:15', '02-23 10:45'],
    passed: '02-23 11:10',
    signed: '02-23 16:12:05',
    receiver: 'nga',
    begun: '02-26 13:45',
    returned: { at: '02-26 15:42', resendBy: '02-27 17:00', answers: [] },
  },
  {
    unit: 'xa-hai-yen',
    acknowledged: '02-15 10:30',
    saved: ['02-22 15:05', '02-26 09:35'],
    passed: '02-26 10:05',
    signed: '02-26 14:50:22',
    receiver: 'mai',
    begun: '02-27 10:40',
    returned: {
      at: '02-27 11:15',
      resendBy: '02-28 17:00',
      answers: [['02-27 16:20', 'Văn bản xin lỗi đã gửi ngày 20/02, văn thư đang scan để gắn kèm.']],
    },
  },
];

const IN_HAND: readonly UnitPlan[] = [
  {
    unit: 'xa-loc-yen',
    acknowledged: '02-07 16:15',
    saved: ['02-23 14:25', '02-27 16:50'],
    passed: '02-28 07:47',
  },
  { unit: 'vhtt', acknowledged: '02-07 08:05', saved: ['02-22 09:20', '02-27 15:55'], passed: '02-27 16:40' },
  { unit: 'xa-bao-lam', acknowledged: '02-07 08:15', saved: ['02-22 09:10', '02-27 16:25'] },
  { unit: 'xa-thanh-loa', acknowledged: '02-19 08:40', saved: ['02-26 16:55'], share: 0.41 },
  { unit: 'xa-cong-son', acknowledged: '02-16 14:30', saved: ['02-23 16:00', '02-27 16:35'], share: 0.63 },
  { unit: 'tckh', acknowledged: '02-07 07:55', saved: ['02-22 16:30', '02-27 17:05'], share: 0.6 },
  { unit: 'noi-vu', acknowledged: '02-06 15:50', saved: ['02-23 16:40'], share: 0.45 },
  { unit: 'van-phong', acknowledged: '02-06 16:45', saved: ['02-21 16:15', '02-27 14:50'], share: 0.72 },
];

/** 26 units; xã Mẫu Sơn has not opened the request. */
export const PLANS: readonly UnitPlan[] = [...RECEIVED, ...SUBMITTED, ...RETURNED, ...IN_HAND];
