import { useRef, useState } from 'react';
import { newKey } from './api.ts';
import type { Answer, Failure } from './failure.ts';

export type Action<Input, T> = {
  run(input: Input): Promise<Answer<T>>;
  busy: boolean;
  failure: Failure | undefined;
  clear(): void;
};

/**
 * One act of the person: busy while it runs, its failure kept until the next try.
 * When no answer came, the same input goes again under the same key, so it happens once (scenario D6).
 */
export const useAction = <Input, T>(
  act: (input: Input, key: string) => Promise<Answer<T>>,
): Action<Input, T> => {
  const [state, setState] = useState<{ busy: boolean; failure: Failure | undefined }>({
    busy: false,
    failure: undefined,
  });
  const open = useRef<{ content: string; key: string } | undefined>(undefined);
  const running = useRef<Promise<Answer<T>> | undefined>(undefined);
  const run = (input: Input): Promise<Answer<T>> => {
    // A double click is one act.
    if (running.current) return running.current;
    const content = JSON.stringify(input) ?? '';
    if (open.current?.content !== content) open.current = { content, key: newKey() };
    const { key } = open.current;
    setState({ busy: true, failure: undefined });
    running.current = act(input, key).then((answer) => {
      running.current = undefined;
      const unknown = !answer.ok && (answer.failure.kind === 'offline' || answer.failure.kind === 'fault');
      if (!unknown) open.current = undefined;
      setState({ busy: false, failure: answer.ok ? undefined : answer.failure });
      return answer;
    });
    return running.current;
  };
  return { run, ...state, clear: () => setState((s) => ({ ...s, failure: undefined })) };
};
