import { useSyncExternalStore } from "react";
import { read, write } from "./stored.ts";

export type Theme = "system" | "light" | "dark";
export type Density = "comfortable" | "compact";
interface Preferences {
  readonly theme: Theme;
  readonly density: Density;
}

const listeners = new Set<() => void>();

let preferences: Preferences | undefined;

function stored(): Preferences {
  const theme = read("theme");
  return {
    theme: theme === "light" || theme === "dark" ? theme : "system",
    density: read("density") === "compact" ? "compact" : "comfortable",
  };
}

function current(): Preferences {
  preferences ??= stored();
  return preferences;
}

/** Writes them onto the root element; `theme.js` does the same before the first paint. */
function apply({ theme, density }: Preferences): void {
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset["theme"];
  else dataset["theme"] = theme;
  if (density === "compact") dataset["density"] = density;
  else delete dataset["density"];
}

/** How this person wants pages to look, on this device. */
export function setPreferences(change: Partial<Preferences>): void {
  preferences = { ...current(), ...change };
  write("theme", preferences.theme);
  write("density", preferences.density);
  apply(preferences);
  for (const listener of listeners) listener();
}

export function usePreferences(): Preferences {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, current);
}
