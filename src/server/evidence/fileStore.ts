/** Where bytes are kept by their hash. Putting the same twice is harmless; nothing is ever replaced. */
export type FileStore = {
  put(hash: string, bytes: Uint8Array): Promise<void>;
  get(hash: string): Promise<Uint8Array>;
};
