/**
 * Who was signed in here last, on the disk for certain: localStorage is written when the browser finds time, and a
 * killed one loses it. Without it nobody could reach what was typed while there is no network (D4).
 */
const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('cchc.session', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('last');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const inStore = async <T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<T> => {
  const db = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const tx = db.transaction('last', mode, { durability: 'strict' });
      const request = work(tx.objectStore('last'));
      tx.oncomplete = () => resolve(request.result as T);
      tx.onerror = () => reject(tx.error);
      tx.onabort = () => reject(tx.error);
    });
  } finally {
    db.close();
  }
};

// Private windows have no database: then it lasts as long as the page.
export const keepLast = (session: string | undefined): Promise<unknown> =>
  inStore<unknown>('readwrite', (store) =>
    session === undefined ? store.delete('session') : store.put(session, 'session'),
  ).catch(() => undefined);

export const readLast = (): Promise<string | undefined> =>
  inStore<string | undefined>('readonly', (store) => store.get('session')).catch(() => undefined);
