// A program that holds a data folder with its database until it is ended: `node holder.ts FOLDER`.
import { startEmbedded } from '../../src/server/database/embedded/start.ts';

const folder = process.argv[2] ?? '';
try {
  const server = await startEmbedded({ folder, purpose: 'serve', say: (vi) => console.log(vi) });
  // Before the word that lets a test end it: a signal that came between them would leave the server running.
  process.once('SIGTERM', async () => {
    await server.stop();
    process.exit(0);
  });
  console.log(`ready ${JSON.stringify({ url: server.url('postgres', 'postgres') })}`);
  setInterval(() => undefined, 60_000);
} catch (error) {
  console.log((error as Error).message);
  process.exit(1);
}
