import { useEffect, useEffectEvent } from "react";
import { hasModifier, letterKeys, typingIn } from "../debates/public.ts";
import { type Deed, deedOf } from "./desk-keys.ts";

/** Whether a key press is meant for the desk, and not for a field, a menu, a button or a dialog. */
function isForDesk(event: KeyboardEvent): boolean {
  const { target, key } = event;
  if (event.defaultPrevented || hasModifier(event) || !(target instanceof Element)) return false;
  if (document.querySelector("dialog[open]") || target.closest(typingIn)) return false;
  if (key.length === 1) return letterKeys.read();
  // On a link or a button, Enter is its own; arrows scroll except in the list.
  if (key === "Enter") return target.closest("a, button, summary") === null;
  if (key.startsWith("Arrow")) return target.closest("[data-queue]") !== null;
  return true;
}

/** Works at the queue by keys. */
export function useDeskKeys(press: (deed: Deed) => void): void {
  // Of what was committed last: a key means what one sees.
  const pressed = useEffectEvent(press);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!isForDesk(event)) return;
      const deed = deedOf(event.key);
      if (!deed) return;
      event.preventDefault();
      pressed(deed);
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, []);
}
