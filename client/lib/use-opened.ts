import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

/**
 * What a form was opened with: what others change meanwhile is a conflict, not a surprise, and takes nothing from who
 * writes.
 * @param now what is kept under the key as the form opens
 * @returns what the form was opened with, and what opens it anew with what is there by then
 */
export function useOpened<V>(queryKey: QueryKey, now: V): readonly [opened: V, reload: () => void] {
  const queries = useQueryClient();
  const [opened, setOpened] = useState(now);
  const reload = async () => {
    await queries.invalidateQueries({ queryKey });
    setOpened(queries.getQueryData<V>(queryKey) ?? now);
  };
  return [opened, () => void reload()];
}
