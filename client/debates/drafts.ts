import { useState } from "react";
import { useAccount } from "../lib/session.ts";

const prefix = "folkmoot.draft.";

/** Storage may be switched off or full; then what is unsent lasts as long as the page. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function read<T>(key: string): T | undefined {
  return attempt(() => {
    const kept = localStorage.getItem(key);
    return kept === null ? undefined : (JSON.parse(kept) as T);
  });
}

function write(key: string, value: unknown): void {
  attempt(() => localStorage.setItem(key, JSON.stringify(value)));
}

export interface Draft<T> {
  readonly value: T;
  readonly set: (change: Partial<T>) => void;
  /** It was sent, or thrown away. */
  readonly clear: () => void;
}

/** What somebody has typed and not sent: kept on this device, per account, until it is sent. */
export function useDraft<T extends object>(name: string, empty: T): Draft<T> {
  const account = useAccount();
  const key = `${prefix}${account?.id ?? "visitor"}.${name}`;
  const [value, setValue] = useState<T>(() => ({ ...empty, ...read<Partial<T>>(key) }));
  return {
    value,
    set(change) {
      const next = { ...value, ...change };
      setValue(next);
      write(key, next);
    },
    clear() {
      setValue(empty);
      attempt(() => localStorage.removeItem(key));
    },
  };
}
