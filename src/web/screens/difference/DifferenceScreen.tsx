import { useState } from 'react';
import { useParams } from 'wouter';
import type { DifferenceAnswer, ReportAnswer } from '../../../core/report/answers.ts';
import { DifferenceSheet } from '../../difference/DifferenceSheet.tsx';
import { Page } from '../../frame/Page.tsx';
import { useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { SelectField } from '../../kit/Field.tsx';
import { Empty, View } from '../../kit/places.tsx';
import { t } from '../../texts/text.ts';

const Chosen = ({ report }: { report: ReportAnswer }) => {
  const address = `/api/reports/${report.campaign.id}/${report.unit.id}/differences`;
  const sent = report.state === 'submitted' || report.state === 'received';
  const revisions = report.receipts.map((r) => r.revision).filter((n) => n > 1);
  // What is in hand is compared first; of what is sent, the last sending.
  const [of, setOf] = useState(sent ? String(revisions[0] ?? '') : '');
  const difference = useResource<DifferenceAnswer>(of ? `${address}?of=${of}` : address);
  if (sent && revisions.length === 0)
    return (
      <section className="sheet">
        <Empty title={t('difference.onlyOne')} />
      </section>
    );
  return (
    <>
      {(sent ? revisions.length > 1 : revisions.length > 0) && (
        <SelectField label={t('difference.choose')} value={of} onText={setOf}>
          {!sent && <option value="">{t('difference.ofNow', { from: report.revision })}</option>}
          {revisions.map((n) => (
            <option key={n} value={String(n)}>
              {t('difference.ofRevision', { to: n, from: n - 1 })}
            </option>
          ))}
        </SelectField>
      )}
      <View of={difference}>
        {(data) => <DifferenceSheet difference={data} sections={report.sections} />}
      </View>
    </>
  );
};

/** For whoever reads the report: what each sending changed, by part and cell (E9). */
const DifferenceScreen = () => {
  const { campaignId = '', unitId = '' } = useParams();
  const report = useResource<ReportAnswer>(`/api/reports/${campaignId}/${unitId}`);
  return (
    <Page
      title={t('difference.page')}
      note={report.data?.unit.name}
      actions={
        <Btn small icon="arrow-left" href={`/bao-cao/${campaignId}/${unitId}`}>
          {t('difference.back')}
        </Btn>
      }
    >
      <View of={report}>
        {(data) => (data.revision > 0 ? <Chosen report={data} /> : <Empty title={t('difference.onlyOne')} />)}
      </View>
    </Page>
  );
};

export default DifferenceScreen;
