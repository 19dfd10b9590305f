/** Small choices kept on this machine. A browser that closes its storage loses them and nothing else. */
export const recall = (name: string): string | undefined => {
  try {
    return localStorage.getItem(`cchc.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
};

export const remember = (name: string, value: string | undefined): void => {
  try {
    if (value === undefined) localStorage.removeItem(`cchc.${name}`);
    else localStorage.setItem(`cchc.${name}`, value);
  } catch {
    // Private windows refuse writes; the choice then lasts until the page is closed.
  }
};
