const storageKey = "folkmoot.letter-keys";
const listeners = new Set<() => void>();
let lasting = true;

/** Single letters can be switched off: who dictates text would press them by speaking. */
export const letterKeys = {
  read(): boolean {
    try {
      return localStorage.getItem(storageKey) !== "off";
    } catch {
      return lasting;
    }
  },
  set(isOn: boolean): void {
    lasting = isOn;
    try {
      localStorage.setItem(storageKey, isOn ? "on" : "off");
    } catch {
      // Without storage the choice lasts as long as the page.
    }
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Where keys write, or are a menu's. */
export const typingIn = "input, textarea, select, [contenteditable], [role=menu]";
export const hasModifier = ({ ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  ctrlKey || metaKey || altKey;
