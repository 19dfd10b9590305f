import { useState } from 'react';
import { useParams } from 'wouter';
import { AUTHORITIES, type DocumentStyle, type SignatureStyle } from '../../../../core/documents/style.ts';
import type { Authority } from '../../../../core/documents/tree.ts';
import { OUTGOING_KINDS, type OutgoingKind } from '../../../../core/registry/book.ts';
import { Page } from '../../../frame/Page.tsx';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Field, SelectField, TextField } from '../../../kit/Field.tsx';
import { FailureNote, View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { t } from '../../../texts/text.ts';
import { KIND_WORDS } from '../book/words.ts';
import { Preview } from './Preview.tsx';
import '../registry.css';
import './style.css';

type StyleAnswer = {
  unit: { id: string; name: string };
  style: DocumentStyle;
  usual: DocumentStyle;
  version: number;
};
type Input = { unitId: string; version: number; style: DocumentStyle };

const authorityOf = (value: string): Authority | null => AUTHORITIES.find((one) => one === value) ?? null;

/** The boxes that differ by kind: symbol, signature, copies. */
const KindFields = ({
  style,
  kind,
  onStyle,
}: {
  style: DocumentStyle;
  kind: OutgoingKind;
  onStyle: (style: DocumentStyle) => void;
}) => {
  const signature = style.signatures[kind];
  const sign = (change: Partial<SignatureStyle>): void =>
    onStyle({ ...style, signatures: { ...style.signatures, [kind]: { ...signature, ...change } } });
  return (
    <>
      <TextField
        label={t('registry.styleSymbol')}
        hint={t('registry.styleSymbolHint')}
        value={style.symbols[kind]}
        onText={(symbol) => onStyle({ ...style, symbols: { ...style.symbols, [kind]: symbol } })}
        maxLength={40}
        required
      />
      <SelectField
        label={t('registry.styleAuthority')}
        hint={t('registry.styleAuthorityHint')}
        value={signature.authority ?? ''}
        onText={(value) => sign({ authority: authorityOf(value) })}
      >
        <option value="">{t('registry.styleNone')}</option>
        {AUTHORITIES.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('registry.styleOnBehalf')}
        value={signature.onBehalfOf}
        onText={(onBehalfOf) => sign({ onBehalfOf })}
        maxLength={120}
      />
      <TextField
        label={t('registry.stylePosition')}
        value={signature.position}
        onText={(position) => sign({ position })}
        maxLength={120}
        required
      />
      <TextField
        label={t('registry.styleSubPosition')}
        value={signature.subPosition}
        onText={(subPosition) => sign({ subPosition })}
        maxLength={120}
      />
      <Field label={t('registry.styleCopies')} hint={t('registry.styleCopiesHint')}>
        {(control) => (
          <textarea
            {...control}
            className="inp"
            rows={4}
            value={style.copies[kind].join('\n')}
            onInput={(event) =>
              onStyle({
                ...style,
                copies: { ...style.copies, [kind]: event.currentTarget.value.split('\n') },
              })
            }
          />
        )}
      </Field>
    </>
  );
};

/** Empty lines are the pen's, not the document's. */
const tidy = (style: DocumentStyle): DocumentStyle => ({
  ...style,
  copies: {
    letter: style.copies.letter.map((one) => one.trim()).filter(Boolean),
    report: style.copies.report.map((one) => one.trim()).filter(Boolean),
    decision: style.copies.decision.map((one) => one.trim()).filter(Boolean),
  },
});

const Form = ({ answer, onSaved }: { answer: StyleAnswer; onSaved: (answer: StyleAnswer) => void }) => {
  const [style, setStyle] = useState(answer.style);
  const [kind, setKind] = useState<OutgoingKind>('letter');
  const [told, setTold] = useState('');
  const act = useAction((input: Input, key) => api.put<StyleAnswer>('/api/registry/style', input, { key }));
  const save = async (event: { preventDefault(): void }): Promise<void> => {
    event.preventDefault();
    setTold('');
    const saved = await act.run({ unitId: answer.unit.id, version: answer.version, style: tidy(style) });
    if (!saved.ok) return;
    setTold(t('registry.styleSaved'));
    onSaved(saved.data);
  };
  return (
    <div className="style-cols">
      <Sheet title={answer.unit.name} pad>
        <form className="stack" noValidate onSubmit={(event) => void save(event)}>
          <TextField
            label={t('registry.styleSuperior')}
            hint={t('registry.styleSuperiorHint')}
            value={style.superior}
            onText={(superior) => setStyle({ ...style, superior })}
            maxLength={200}
          />
          <Field label={t('registry.styleBody')} hint={t('registry.styleBodyHint')} required>
            {(control) => (
              <textarea
                {...control}
                className="inp"
                rows={2}
                maxLength={200}
                value={style.body}
                onInput={(event) => setStyle({ ...style, body: event.currentTarget.value })}
              />
            )}
          </Field>
          <TextField
            label={t('registry.stylePlace')}
            value={style.place}
            onText={(place) => setStyle({ ...style, place })}
            maxLength={60}
            required
          />
          <SelectField
            label={t('registry.styleKind')}
            value={kind}
            onText={(value) => setKind(OUTGOING_KINDS.find((one) => one === value) ?? 'letter')}
          >
            {OUTGOING_KINDS.map((one) => (
              <option key={one} value={one}>
                {t(KIND_WORDS[one])}
              </option>
            ))}
          </SelectField>
          <KindFields style={style} kind={kind} onStyle={setStyle} />
          <FailureNote failure={act.failure} />
          <div className="acts">
            <Btn kind="main" type="submit" busy={act.busy}>
              {t('registry.styleSave')}
            </Btn>
            <Btn kind="quiet" onClick={() => setStyle(answer.usual)}>
              {t('registry.styleUsual')}
            </Btn>
            <span role="status" className="s13">
              {told}
            </span>
          </div>
        </form>
      </Sheet>
      <Sheet title={t('registry.preview')} pad>
        <Preview style={style} kind={kind} />
      </Sheet>
    </div>
  );
};

/** Thể thức: the boxes of NĐ 30/2020 that differ from body to body, beside a page that shows them at once. */
const StyleScreen = () => {
  const { unitId } = useParams<{ unitId: string }>();
  const answer = useResource<StyleAnswer>(`/api/registry/style?unitId=${unitId}`);
  return (
    <Page
      title={t('registry.styleTitle')}
      note={t('registry.styleNote')}
      actions={
        <Btn icon="scroll-text" href={`/van-thu/so/${unitId}`}>
          {t('registry.openBook')}
        </Btn>
      }
    >
      <View of={answer}>
        {(data) => (
          <Form
            key={data.unit.id}
            answer={data}
            onSaved={(saved) => void answer.mutate(saved, { revalidate: false })}
          />
        )}
      </View>
    </Page>
  );
};

export default StyleScreen;
