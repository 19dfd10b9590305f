import { AwsClient } from 'aws4fetch';
import type { S3Settings } from '../http/context.ts';
import type { FileStore } from './fileStore.ts';

/** Any S3-compatible store, addressed by path: buckets as names of hosts need DNS that offices do not have. */
export const s3Store = (settings: S3Settings): FileStore => {
  const { accessKeyId, secretAccessKey, region } = settings;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 4 });
  const addressOf = (hash: string): string =>
    `${settings.endpoint}/${settings.bucket}/${settings.prefix}${hash.slice(0, 2)}/${hash}`;
  return {
    async put(hash, bytes) {
      const answer = await client.fetch(addressOf(hash), {
        method: 'PUT',
        body: new Uint8Array(bytes),
        // The store checks what it got: a name is the hash of its content.
        headers: { 'x-amz-content-sha256': hash, 'content-type': 'application/octet-stream' },
      });
      if (!answer.ok) throw new Error(`S3 put ${answer.status}: ${(await answer.text()).slice(0, 200)}`);
    },
    async get(hash) {
      const answer = await client.fetch(addressOf(hash));
      if (!answer.ok) throw new Error(`S3 get ${answer.status}: ${(await answer.text()).slice(0, 200)}`);
      return new Uint8Array(await answer.arrayBuffer());
    },
  };
};
