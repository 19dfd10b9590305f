import { shortDay } from '../../../core/kernel/wording.ts';
import type { CampaignHead } from '../../../core/report/answers.ts';
import { t } from '../../texts/text.ts';

/** 'UBND huyện Cao Lộc': the directory names the area, the letter its committee. */
export const committeeOf = (name: string): string =>
  /^(huyện|tỉnh|thành phố|thị xã|xã|phường|thị trấn) /i.test(name)
    ? `UBND ${name.charAt(0).toLowerCase()}${name.slice(1)}`
    : name;

/** 'Công văn số 112/UBND-NV ngày 06/02/2024 của UBND huyện Cao Lộc', as far as it is known. */
export const letterOf = (head: CampaignHead): string =>
  [
    head.number && head.symbol
      ? t('home.letterNumber', { number: `${head.number}/${head.symbol}` })
      : t('home.letter'),
    head.documentDay ? t('home.letterDay', { day: shortDay(head.documentDay) }) : '',
    t('home.letterOf', { name: committeeOf(head.authorityName) }),
  ]
    .filter(Boolean)
    .join(' ');
