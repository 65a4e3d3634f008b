import { useCallback, useEffect, useRef, useState } from 'react';
import { useAnnounce } from './components/announcer.tsx';
import { sizeOf } from './dates.ts';
import { useDesk } from './desk.tsx';
import { tellShortly } from './failure.ts';
import { isProblem, problemOf } from './problem.ts';
import type { FileView } from './wire.ts';

/** A file on its way, or one that did not arrive. */
export interface Sending {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  /** 0 to 1. */
  readonly share: number;
  readonly fault: string;
}

interface Arriving {
  readonly caseId?: string;
  /** How many more are taken. */
  readonly room: number;
  readonly limits: { readonly files: number; readonly fileSize: number };
  readonly onArrived: (file: FileView) => void;
}

let last = 0;

/** Sends files one after the other's beginning, with progress; leaving the place breaks them off. */
export function useUploads({ caseId, room, limits, onArrived }: Arriving) {
  const { api, words, locale } = useDesk();
  const { files: says } = words.tab;
  const announce = useAnnounce();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const stops = useRef(new Map<number, AbortController>());
  const arrived = useRef(onArrived);
  arrived.current = onArrived;
  useEffect(() => {
    const all = stops.current;
    return () => {
      for (const stop of all.values()) stop.abort();
    };
  }, []);

  const change = useCallback(
    (key: number, to: Partial<Sending> | undefined) =>
      setSending((before) => before.flatMap((one) => (one.key !== key ? [one] : to ? [{ ...one, ...to }] : []))),
    [],
  );

  const sendOne = async (file: File, fault: string) => {
    const key = ++last;
    setSending((before) => [...before, { key, name: file.name, size: file.size, share: 0, fault }]);
    if (fault) return announce(fault);
    const stop = new AbortController();
    stops.current.set(key, stop);
    try {
      const onProgress = (share: number) => change(key, { share });
      const view = await api.upload(file, file.name, { onProgress, signal: stop.signal, ...(caseId && { caseId }) });
      change(key, undefined);
      announce(says.added(view.name));
      arrived.current(view);
    } catch (error) {
      if (isProblem(error, 'aborted')) return change(key, undefined);
      const why = `${says.failed(file.name)}. ${tellShortly(problemOf(error), words)}`;
      change(key, { fault: why });
      announce(why);
    } finally {
      stops.current.delete(key);
    }
  };

  const send = (files: Iterable<File>) => {
    let left = room - sending.filter((one) => !one.fault).length;
    for (const file of files) {
      const tooLarge = file.size > limits.fileSize;
      const fault = left <= 0 ? says.tooMany(limits.files) : tooLarge ? says.tooLarge(file.name, sizeOf(limits.fileSize, locale)) : '';
      if (!fault) left -= 1;
      void sendOne(file, fault);
    }
  };
  const drop = (key: number) => {
    stops.current.get(key)?.abort();
    change(key, undefined);
  };
  return { sending, send, drop, busy: sending.some((one) => !one.fault) };
}
