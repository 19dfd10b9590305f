import { useState } from 'react';
import type { PdfSignature } from '../../../core/evidence/signature.ts';
import { useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { View } from '../../kit/places.tsx';
import { t } from '../../texts/text.ts';
import { Signatures } from './Signatures.tsx';
import './evidence.css';

type Answer = { readonly hash: string; readonly signatures: readonly PdfSignature[] };

/** The legal original's signatures, read when somebody asks. */
export const OriginalSignatures = ({ address }: { address: string }) => {
  const [asked, setAsked] = useState(false);
  const answer = useResource<Answer>(asked ? `${address}/stamped/signatures` : null);
  if (!asked)
    return (
      <Btn small kind="quiet" icon="shield-check" onClick={() => setAsked(true)}>
        {t('evidence.signatures')}
      </Btn>
    );
  return (
    <View of={answer}>
      {({ hash, signatures }) => (
        <>
          <p className="num ev-hash">SHA-256 {hash}</p>
          <Signatures signatures={signatures} />
        </>
      )}
    </View>
  );
};
