import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { type OutlineHere, rowIdOf } from "../outline/outline-context.ts";
import type { Task } from "../outline/state.ts";
import type { OutlineNode, Tree } from "../outline/tree.ts";
import { hasModifier, letterKeys, typingIn } from "../outline/letter-keys.ts";
import { type LetterKeys, taskBy } from "../outline/use-outline-keys.ts";
import { type FocusDeed, focusDeedOf } from "./focus-keys.ts";

interface FocusKeys {
  readonly tree: Tree;
  /** What is in the middle. */
  readonly node: OutlineNode;
  readonly here: OutlineHere;
  /** What the reader is doing there. */
  readonly task: Task | null;
  readonly stand: (nodeId: string) => void;
  readonly go: (node: OutlineNode) => void;
  readonly toOutline: () => void;
  readonly onHelp: () => void;
}

/** Marks what the keys of the focus view are pressed in. */
export const focusViewMark = "data-focus-view";

type Meant = "view" | "task" | null;

/** What a key press is meant for: the view, what one is writing in it, or neither. */
function meantFor({ target, key, defaultPrevented }: KeyboardEvent): Meant {
  if (defaultPrevented || !(target instanceof Element)) return null;
  if (document.querySelector("dialog[open]")) return null;
  if (target === document.body || target.id === "main")
    return key.startsWith("Arrow") ? null : "view";
  if (target.closest(`[${focusViewMark}]`) === null) return null;
  if (target.closest(typingIn)) return key === "Escape" ? "task" : null;
  return "view";
}

function act(deed: FocusDeed, { node, here, ...ways }: FocusKeys): void {
  if (deed.do === "stand") return ways.stand(deed.at);
  if (deed.do === "go") return ways.go(deed.to);
  if (deed.do === "outline") return ways.toOutline();
  if (deed.do === "help") return ways.onHelp();
  const task = taskBy(deed.do, node, here.can);
  if (task) here.dispatch({ do: "begin", task });
}

/** The claim beside the middle that has the focus. */
function cardIn({ children }: OutlineNode) {
  const id = document.activeElement?.id;
  return children.find((child) => rowIdOf(child.id) === id) ?? null;
}

function press(event: KeyboardEvent, keys: FocusKeys, areLettersOn: boolean): void {
  const meant = hasModifier(event) ? null : meantFor(event);
  if (meant === null || (event.key.length === 1 && !areLettersOn)) return;
  const { tree, node, here, task } = keys;
  const isLeaving = event.key === "Escape" && task?.nodeId === node.id;
  if (isLeaving || meant === "task") {
    event.preventDefault();
    return here.leaveTask();
  }
  const isRightToLeft = document.documentElement.dir === "rtl";
  const deed = focusDeedOf(event.key, { tree, node, card: cardIn(node), isRightToLeft });
  if (!deed) return;
  event.preventDefault();
  act(deed, keys);
}

/** Moves and writes by keys: arrows to the columns and up, Enter in, Escape out, o to the outline. */
export function useFocusKeys(keys: FocusKeys): LetterKeys {
  const areOn = useSyncExternalStore(letterKeys.subscribe, letterKeys.read);
  // Of what was committed last: a key means what one sees.
  const pressed = useEffectEvent((event: KeyboardEvent) => press(event, keys, areOn));
  useEffect(() => {
    const hear = (event: KeyboardEvent) => pressed(event);
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, []);
  return { areOn, set: letterKeys.set };
}
