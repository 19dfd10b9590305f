import { DIRECTORY_CHAIN, type Fact } from '../kernel/fact.ts';

export const directoryFact = (type: string, data: Record<string, unknown>, unitId?: string): Fact => ({
  type,
  chain: DIRECTORY_CHAIN,
  ...(unitId === undefined ? {} : { unitId }),
  data,
});
