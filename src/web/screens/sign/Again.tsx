import type { DifferenceAnswer } from '../../../core/report/answers.ts';
import { DifferenceSheet } from '../../difference/DifferenceSheet.tsx';
import { useResource } from '../../http/useResource.ts';
import { View } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { t } from '../../texts/text.ts';
import type { Desk } from '../editor/desk/desk.ts';
import { placeName } from '../review/place-words.ts';

/** At a second signature: what the receiving office asked, what was answered, and what changed since the last sending. */
export const Again = ({ desk }: { desk: Desk }) => {
  const report = desk.report.use();
  const { campaignId, unitId } = desk.owner;
  // Once it is sent, the sending before it is what it differs from; a first one has none.
  const sent = report.state === 'submitted' || report.state === 'received';
  const earlier = sent ? report.revision - 1 : report.revision;
  const difference = useResource<DifferenceAnswer>(
    earlier > 0 ? `/api/reports/${campaignId}/${unitId}/differences` : null,
  );
  if (earlier <= 0) return null;
  const pins = report.pins.filter((p) => p.revision === report.revision);
  return (
    <>
      {pins.length > 0 && (
        <Sheet title={t('sign.asked')} count={pins.length}>
          <ol className="lines">
            {pins.map((pin) => (
              <li key={pin.number}>
                <b>
                  {pin.number}. {placeName(report.sections, pin.place)}
                </b>
                <p>
                  {t(`review.${pin.reason}`)}: “{pin.sentence}”
                </p>
                <p className={pin.answer === null ? 't-warn s13' : 'sec s13'}>
                  {pin.answer === null ? t('sign.notAnswered') : t('sign.answered', { answer: pin.answer })}
                </p>
              </li>
            ))}
          </ol>
        </Sheet>
      )}
      <View of={difference}>
        {(data) => <DifferenceSheet difference={data} sections={report.sections} />}
      </View>
    </>
  );
};
