/** What was looked at, how it stands, and what to do where it does not stand well. */
export type Finding = {
  readonly id: string;
  readonly state: 'ok' | 'warning' | 'bad';
  readonly vi: string;
  readonly en: string;
};

export const fine = (id: string, vi: string, en: string): Finding => ({ id, state: 'ok', vi, en });
export const warning = (id: string, vi: string, en: string): Finding => ({ id, state: 'warning', vi, en });
export const bad = (id: string, vi: string, en: string): Finding => ({ id, state: 'bad', vi, en });

/** Bytes as people say them, with the decimal comma of Vietnamese in `vi`. */
export const sizes = (bytes: number): { vi: string; en: string } => {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const digits = { maximumFractionDigits: 1 };
  const number = bytes / 1000 ** step;
  return {
    vi: `${number.toLocaleString('vi', digits)} ${units[step]}`,
    en: `${number.toLocaleString('en', digits)} ${units[step]}`,
  };
};
