/** '3f9a 07c1 …': groups of four, so that it can be read aloud and compared by eye. */
export const inFours = (hash: string): string => hash.replace(/(.{4})(?=.)/g, '$1 ');

const lastWord = (name: string): string => name.trim().split(/\s+/).at(-1) ?? name;
/** Colleagues speak of each other by the given name, which stands last. */
export const given = (name: string | undefined): string | undefined => name && lastWord(name);
