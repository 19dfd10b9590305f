import { useEffect, useState } from 'react';
import type { ReportAnswer } from '../../../../core/report/answers.ts';
import { useSession } from '../../../http/session.ts';
import { type Resource, useResource } from '../../../http/useResource.ts';
import { type Owner, reportOf } from '../../../outbox/entry.ts';
import { keepAnswer, keptAnswer, startOutbox } from '../../../outbox/outbox.ts';
import { createDesk, type Desk } from './desk.ts';

/** Desks live as long as the page: coming back to a report finds the versions that were last saved. */
const desks = new Map<string, Desk>();

const deskFor = (owner: Owner, answer: ReportAnswer): Desk => {
  const known = desks.get(reportOf(owner));
  if (known) {
    known.take(answer);
    return known;
  }
  const made = createDesk(owner, answer);
  desks.set(reportOf(owner), made);
  return made;
};

/** The open report: from the server, or without network as this machine last saw it, with what was typed over it. */
export const useDesk = (
  campaignId: string,
  unitId: string,
): { desk: Desk | undefined; resource: Resource<ReportAnswer> } => {
  const { me } = useSession();
  const resource = useResource<ReportAnswer>(`/api/reports/${campaignId}/${unitId}`);
  const [desk, setDesk] = useState<Desk | undefined>(() =>
    desks.get(reportOf({ person: me.personId, campaignId, unitId })),
  );
  const { data, state } = resource;
  useEffect(() => {
    const owner: Owner = { person: me.personId, campaignId, unitId };
    let gone = false;
    void (async () => {
      await startOutbox(me.personId, me.name);
      const answer = data ?? (state === 'offline' ? await keptAnswer(owner) : undefined);
      if (gone || !answer) return;
      setDesk(deskFor(owner, answer));
      if (data) await keepAnswer(owner, data);
    })();
    return () => {
      gone = true;
    };
  }, [campaignId, unitId, me.personId, me.name, data, state]);
  const here =
    desk && desk.owner.campaignId === campaignId && desk.owner.unitId === unitId ? desk : undefined;
  return { desk: here, resource };
};
