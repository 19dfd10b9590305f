import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto';
import type { KeyRecipe } from './format.ts';

const FRAME_BYTES = 256 * 1024;
const TAG_BYTES = 16;

export function newRecipe(): KeyRecipe {
  return { kdf: 'scrypt', N: 65_536, r: 8, p: 2, salt: randomBytes(32).toString('base64') };
}

/** A file that asks for more work than any of ours is not ours. */
export function isOurRecipe(key: KeyRecipe): boolean {
  const whole = [key.N, key.r, key.p].every((one) => Number.isSafeInteger(one) && one > 0);
  const small = key.N <= 1 << 20 && key.r <= 16 && key.p <= 16 && key.N * key.r <= 1 << 22;
  return key.kdf === 'scrypt' && whole && small && typeof key.salt === 'string';
}

/** The same words typed on another keyboard may come decomposed. */
export function keyFrom(passphrase: string, { N, r, p, salt }: KeyRecipe): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const words = passphrase.normalize('NFC');
    scrypt(words, Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

export class BrokenFrame extends Error {
  readonly first: boolean;

  constructor(first: boolean, cause?: unknown) {
    super('a frame does not open', { cause });
    this.first = first;
  }
}

/**
 * Each file has a key of its own (its salt), so that counting is enough for nonces. The last frame is marked: frames
 * can be neither left out nor put in another order, nor can the end be cut off.
 */
function nonceOf(counter: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt8(last ? 1 : 0, 0);
  nonce.writeBigUInt64BE(BigInt(counter), 4);
  return nonce;
}

const headOf = (prefix: Buffer): Buffer => createHash('sha256').update(prefix).digest();

export async function* sealed(
  source: AsyncIterable<Buffer>,
  key: Buffer,
  prefix: Buffer,
): AsyncGenerator<Buffer> {
  const head = headOf(prefix);
  let counter = 0;
  const seal = (plain: Buffer, last: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(counter++, last)).setAAD(head);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(plain.length);
    return Buffer.concat([size, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };
  let kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    kept.push(chunk);
    size += chunk.length;
    if (size < FRAME_BYTES) continue;
    const whole = Buffer.concat(kept);
    let at = 0;
    for (; whole.length - at >= FRAME_BYTES; at += FRAME_BYTES) {
      yield seal(whole.subarray(at, at + FRAME_BYTES), false);
    }
    kept = [whole.subarray(at)];
    size = whole.length - at;
  }
  yield seal(Buffer.concat(kept), true);
}

/** Opens `total` bytes of frames, and ends well only at the marked last one. */
export async function* unsealed(
  source: AsyncIterable<Buffer>,
  key: Buffer,
  prefix: Buffer,
  total: number,
): AsyncGenerator<Buffer> {
  const head = headOf(prefix);
  let counter = 0;
  let seen = 0;
  let kept: Buffer = Buffer.alloc(0);
  for await (const chunk of source) {
    kept = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
    for (;;) {
      if (kept.length < 4) break;
      const size = kept.readUInt32BE(0);
      if (size > FRAME_BYTES) throw new BrokenFrame(counter === 0);
      const whole = 4 + size + TAG_BYTES;
      if (kept.length < whole) break;
      seen += whole;
      const nonce = nonceOf(counter, seen === total);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(head);
      decipher.setAuthTag(kept.subarray(4 + size, whole));
      let plain: Buffer;
      try {
        plain = Buffer.concat([decipher.update(kept.subarray(4, 4 + size)), decipher.final()]);
      } catch (error) {
        throw new BrokenFrame(counter === 0, error);
      }
      counter++;
      kept = kept.subarray(whole);
      yield plain;
    }
  }
  if (seen !== total || kept.length > 0) throw new BrokenFrame(counter === 0);
}
