import type { VersionAnswer } from '../../../../core/campaign/answers.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';
import { deadline, moment } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { changeWords } from '../change-words.ts';
import './version.css';

/** Who, when, by which document, why, and what changed in words. */
export const VersionWords = ({ version }: { version: VersionAnswer }) => (
  <>
    <p className="s13 sec">
      {t('amend.versionMeta', { by: version.by ?? '', moment: moment(version.at) })}
      {version.document &&
        ` · ${t('amend.versionDocument', { number: version.document.number, day: shortDay(version.document.day) })}`}
    </p>
    {version.reason && <p className="s13">{t('amend.versionReason', { reason: version.reason })}</p>}
    {version.changes.length > 0 && (
      <ul className="changes">
        {version.changes.map((change) => (
          <li key={JSON.stringify(change)}>{changeWords(change)}</li>
        ))}
      </ul>
    )}
    {version.resendBy !== null && (
      <p className="s13">{t('amend.versionResend', { moment: deadline(version.resendBy) })}</p>
    )}
  </>
);
