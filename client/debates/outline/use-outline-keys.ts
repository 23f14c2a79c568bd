import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { fold } from "./fold.ts";
import { deedOf, type KeyDeed } from "./keys.ts";
import { hasModifier, letterKeys, typingIn } from "./letter-keys.ts";
import type { OutlineHere } from "./outline-context.ts";
import type { Task } from "./state.ts";
import type { OutlineNode } from "./tree.ts";
import type { OutlineModel } from "./use-outline-model.ts";

export interface LetterKeys {
  readonly areOn: boolean;
  readonly set: (areOn: boolean) => void;
}

interface OutlineKeys {
  model: OutlineModel;
  here: OutlineHere;
  focus: (nodeId: string) => void;
  onHelp: () => void;
  onFind: () => void;
  onNew: () => void;
  /** Puts a node in the middle of the focus view. */
  onFocus: (node: OutlineNode) => void;
}

/** Whether a key press is meant for the outline: it is in it, or nothing has the focus. */
function isForOutline(event: KeyboardEvent): boolean {
  const { target, key } = event;
  if (event.defaultPrevented || hasModifier(event) || !(target instanceof Element)) return false;
  if (document.querySelector("dialog[open]")) return false;
  const isLetter = key.length === 1;
  if (target === document.body || target.id === "main") return isLetter;
  if (target.closest("[role=tree]") === null) return false;
  if (target.closest(typingIn)) return key === "Escape";
  // On a button inside a row, Enter and the arrows are the button's.
  return target.matches("[role=treeitem]") || isLetter || key === "Escape";
}

/** What is begun by a letter at a node; null where the reader may not, or the node does not take it. */
export function taskBy(
  letter: KeyDeed["do"],
  node: OutlineNode,
  can: OutlineHere["can"],
): Task | null {
  const { id: nodeId, kind } = node;
  const subject = kind === "position" ? node.position : node.claim;
  if (subject.withdrawnAt !== undefined) return null;
  if (letter === "pro" || letter === "con") {
    return can.addClaim ? { kind: "claim", nodeId, side: letter } : null;
  }
  if (kind !== "claim") return null;
  if (letter === "comments") return { kind: "comments", nodeId };
  if (letter === "evidence") return can.addClaim ? { kind: "evidence", nodeId } : null;
  return letter === "rate" && can.rate ? { kind: "rate", nodeId } : null;
}

function act(deed: KeyDeed, options: OutlineKeys): void {
  const { model, here, focus, onHelp, onFind, onNew, onFocus } = options;
  const { active, dispatch, rows } = model;
  if (deed.do === "go") return focus(deed.to);
  if (deed.do === "help") return onHelp();
  if (deed.do === "find") return onFind();
  if (deed.do === "new") return onNew();
  if (deed.do === "leave") return here.leaveTask();
  const node = rows.find((row) => row.node.id === active.read())?.node;
  if (!node) return;
  if (deed.do === "focus") return onFocus(node);
  if (deed.do === "open") return fold(dispatch, { do: "open", ids: [node.id] });
  if (deed.do === "close") return fold(dispatch, { do: "close", id: node.id });
  const task = taskBy(deed.do, node, here.can);
  if (task) dispatch({ do: "begin", task });
}

/** Moves and writes by keys: j k o p c e, and the arrows as in every tree. */
export function useOutlineKeys(options: OutlineKeys): LetterKeys {
  const areOn = useSyncExternalStore(letterKeys.subscribe, letterKeys.read);
  // Of what was committed last: a key means what one sees.
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isForOutline(event) || (event.key.length === 1 && !areOn)) return;
    const { rows, active } = options.model;
    const deed = deedOf(event.key, {
      rows,
      at: rows.findIndex(({ node }) => node.id === active.read()),
      isRightToLeft: document.documentElement.dir === "rtl",
    });
    if (!deed) return;
    event.preventDefault();
    act(deed, options);
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, []);
  return { areOn, set: letterKeys.set };
}
