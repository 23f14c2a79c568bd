import { useMemo, useState } from "react";
import { useAccount } from "../lib/session.ts";
import { attempt } from "../lib/stored.ts";
import type { Begun } from "../ui/use-begun.ts";

const prefix = "folkmoot.draft.";

function read<T>(key: string): T | undefined {
  return attempt(() => {
    const kept = localStorage.getItem(key);
    return kept === null ? undefined : (JSON.parse(kept) as T);
  });
}

function write(key: string, value: unknown): void {
  attempt(() => localStorage.setItem(key, JSON.stringify(value)));
}

const keyOf = (accountId: string | undefined, name: string) =>
  `${prefix}${accountId ?? "visitor"}.${name}`;

function forget(accountId: string | undefined, name: string): void {
  attempt(() => localStorage.removeItem(keyOf(accountId, name)));
}

/** All that an account has not sent from this device, by name. */
export function keptDrafts(accountId: string | undefined): ReadonlyMap<string, unknown> {
  const start = keyOf(accountId, "");
  const keys = attempt(() => Object.keys(localStorage)) ?? [];
  const own = keys.filter((key) => key.startsWith(start));
  return new Map(own.map((key) => [key.slice(start.length), read(key)]));
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
  const key = keyOf(account?.id, name);
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

/**
 * The version of a thing at which an edit was begun that is not sent yet. The draft stands under the thing's own
 * name, with the version in it: it is still found when somebody has changed the thing meanwhile.
 */
export function useKeptVersion(name: string): number | undefined {
  const account = useAccount();
  const [version] = useState(() => {
    const kept = read<{ version?: unknown }>(keyOf(account?.id, name));
    return typeof kept?.version === "number" ? kept.version : undefined;
  });
  return version;
}

interface Versioned {
  readonly version: number;
}

interface Overtaken<T extends Versioned, W> {
  readonly draft: Pick<Draft<Versioned>, "set" | "clear">;
  readonly begun: Begun<T, W>;
  readonly latest: Versioned;
  readonly mine: W;
}

/** The two ways out where somebody changed a thing while it was reworded; the words that one goes on with stay kept. */
export function waysOut<T extends Versioned, W>({ draft, begun, latest, mine }: Overtaken<T, W>) {
  return {
    onKeepMine() {
      draft.set({ version: latest.version });
      begun.keep(mine);
    },
    onTakeTheirs() {
      draft.clear();
      begun.takeTheirs();
    },
  };
}

/** What was kept when this was opened, and the way to throw one of it away. */
export function useKeptDrafts() {
  const accountId = useAccount()?.id;
  const kept = useMemo(() => keptDrafts(accountId), [accountId]);
  return { kept, discard: (name: string) => forget(accountId, name) };
}
