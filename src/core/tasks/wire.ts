import { z } from 'zod';
import { CONTENT_LIMIT, DOCUMENT_LIMIT, TASKS_LIMIT } from './readTasks.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

export const giveTasksWire = z.strictObject({
  tasks: z
    .array(
      z.strictObject({
        content: text(CONTENT_LIMIT),
        document: text(DOCUMENT_LIMIT),
        due: z.iso.date().nullable(),
        unitIds: z.array(z.uuid()).min(1).max(5000),
      }),
    )
    .max(TASKS_LIMIT),
});
