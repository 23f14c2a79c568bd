import { useNavigate } from "@tanstack/react-router";
import type { OutlineNode } from "../outline/tree.ts";
import { useFocusWay } from "./node-link.tsx";

/** Puts a node in the middle of the focus view. */
export function useGoToFocus(): (node: OutlineNode) => void {
  const navigate = useNavigate();
  const wayOf = useFocusWay();
  return (node) => void navigate(wayOf(node));
}
