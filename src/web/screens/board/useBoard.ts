import { useEffect, useRef } from 'react';
import type { BoardAnswer, BoardRow } from '../../../core/report/answers.ts';
import { censusOf } from '../../../core/report/census.ts';
import type { RowsMessage } from '../../../core/report/live.ts';
import { followBoard, live, onChanged } from '../../http/live.ts';
import { serverNow } from '../../http/server-clock.ts';
import { type Resource, useResource } from '../../http/useResource.ts';

/** Without a stream. */
const EVERY_MS = 30_000;
/** Rows are put in together: a rush of sendings redraws the list twice a second, not at each. */
const TOGETHER_MS = 400;
/** So long is a row kept that came while the whole board was on its way and may not know it. */
const KEPT_MS = 60_000;
const SPREAD_MS = 1_500;

/** The board with newer rows in it; the sums are counted anew, so that they always add up (F3). */
const withRows = (board: BoardAnswer, messages: readonly RowsMessage[]): BoardAnswer => {
  const newer = new Map<string, BoardRow>();
  let { now } = board;
  for (const message of messages) {
    // What was read after the board was asked for is newer than the board.
    if (message.now < board.now) continue;
    for (const row of message.rows ?? []) newer.set(row.unitId, row);
    now = Math.max(now, message.now);
  }
  if (newer.size === 0) return board;
  const rows = board.rows.map((row) => newer.get(row.unitId) ?? row);
  const known = new Set(board.rows.map((row) => row.unitId));
  for (const row of newer.values()) if (!known.has(row.unitId)) rows.push(row);
  return { ...board, now, rows, obliged: rows.length, counts: censusOf(rows) };
};

/** When the next unit becomes late without anybody doing anything. */
const nextLate = (board: BoardAnswer): number | undefined => {
  let left: number | undefined;
  for (const { lateness } of board.rows)
    if (lateness.kind === 'open' || lateness.kind === 'at-risk')
      left = Math.min(left ?? lateness.left, lateness.left);
  return left === undefined ? undefined : board.now + left;
};

/** The board of a campaign, which changes by itself as the units work: the stream brings the changed rows only. */
export const useBoard = (campaignId: string | undefined): Resource<BoardAnswer> => {
  const { on } = live.use();
  const path = campaignId ? `/api/campaigns/${campaignId}/board` : null;
  const board = useResource<BoardAnswer>(path, { every: on ? 5 * 60_000 : EVERY_MS });
  const kept = useRef<RowsMessage[]>([]);
  const latest = useRef(board);
  latest.current = board;
  useEffect(() => {
    if (!campaignId) return;
    kept.current = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const put = (): void => {
      timer = undefined;
      const { data, mutate } = latest.current;
      if (data) void mutate(withRows(data, kept.current), { revalidate: false });
    };
    let whole: ReturnType<typeof setTimeout> | undefined;
    const readWhole = (): void => {
      whole ??= setTimeout(() => {
        whole = undefined;
        latest.current.reload();
      }, Math.random() * SPREAD_MS);
    };
    const leaves = [
      followBoard(campaignId, (message) => {
        if (message.campaignId !== campaignId) return;
        if (message.rows === null) return readWhole();
        kept.current = [...kept.current.filter((m) => m.now > message.now - KEPT_MS), message];
        timer ??= setTimeout(put, TOGETHER_MS);
      }),
      onChanged((message) => {
        if (message === 'whole' || message.other) readWhole();
      }),
    ];
    return () => {
      clearTimeout(timer);
      clearTimeout(whole);
      for (const leave of leaves) leave();
    };
  }, [campaignId]);
  const { data, mutate, reload } = board;
  // A board that was on its way while rows came gets them once more.
  useEffect(() => {
    if (!data) return;
    const next = withRows(
      data,
      kept.current.filter((m) => m.now > data.now),
    );
    if (next !== data) void mutate(next, { revalidate: false });
  }, [data, mutate]);
  const late = data && nextLate(data);
  useEffect(() => {
    const now = serverNow();
    if (late === undefined || now === undefined) return;
    const wait = late - now + 50 + Math.random() * SPREAD_MS;
    if (wait > 2 ** 31 - 1) return;
    const timer = setTimeout(reload, Math.max(wait, 1000));
    return () => clearTimeout(timer);
  }, [late]);
  return board;
};
