import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { ResponseValue } from "#shared/contract/statements.ts";

/** Letters in a text field are text, and what is done in a menu or a dialog is no answer to what is behind it. */
const isElsewhere = (target: EventTarget | null) =>
  document.querySelector("dialog[open]") !== null ||
  (target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(input|textarea|select)$/i.test(target.tagName) ||
      target.closest("[popover]") !== null));

/** Whether a key is the one that is named, also where a keyboard writes other letters than Latin ones. */
const isKey = ({ key, code }: KeyboardEvent, name: string) =>
  key.toLowerCase() === name || (!/^[a-z]$/i.test(key) && code === `Key${name.toUpperCase()}`);

export function useDeckKeys(
  onRespond: (value: ResponseValue) => void,
  onUndo: (() => void) | null,
): void {
  const { t } = useTranslation("statements");
  useEffect(() => {
    const act = (event: KeyboardEvent) => {
      // A key that is held answers once.
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isElsewhere(event.target)) return;
      if (isKey(event, t("key.agree"))) onRespond(1);
      else if (isKey(event, t("key.disagree"))) onRespond(-1);
      else if (isKey(event, t("key.pass"))) onRespond(0);
      else if (isKey(event, t("key.undo"))) onUndo?.();
    };
    document.addEventListener("keydown", act);
    return () => document.removeEventListener("keydown", act);
  }, [onRespond, onUndo, t]);
}
