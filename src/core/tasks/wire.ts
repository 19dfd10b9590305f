import { z } from 'zod';
import { isAmount } from '../kernel/amount.ts';
import { TASK_STATUSES } from './progress.ts';
import { CONTENT_LIMIT, DOCUMENT_LIMIT, TASKS_LIMIT } from './readTasks.ts';
import { TASK_SHOWS } from './shown.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

export const giveTasksWire = z.strictObject({
  tasks: z
    .array(
      z.strictObject({
        content: text(CONTENT_LIMIT),
        document: text(DOCUMENT_LIMIT),
        due: z.iso.date().nullable(),
        unitIds: z.array(z.uuid()).min(1).max(5000),
        partnerIds: z.array(z.uuid()).max(5000).default([]),
      }),
    )
    .max(TASKS_LIMIT),
});

export const taskUnitParams = z.object({ taskId: z.uuid(), unitId: z.uuid() });
export const taskFilterWire = z.object({ unit: z.uuid().optional(), show: z.enum(TASK_SHOWS).optional() });

export const progressWire = z.strictObject({
  version: z.int().min(1),
  status: z.enum(TASK_STATUSES).nullable(),
  progress: z.string().refine(isAmount, 'a number such as 75').nullable(),
  result: z.string().max(4000),
  owner: z.string().max(200),
});
export const taskEvidenceWire = z.strictObject({
  evidenceId: z.uuid(),
  pages: z.string().max(60).default(''),
});
