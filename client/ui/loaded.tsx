import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Skeleton } from "./skeleton.tsx";
import { ErrorState } from "./states.tsx";

interface LoadedProps<T> {
  query: Pick<UseQueryResult<T>, "data" | "error" | "isFetching"> & {
    refetch(): Promise<unknown>;
  };
  children: (data: T) => ReactNode;
  skeleton?: ReactNode;
}

/** The three states of what is read from the server: on its way, failed (with a way to try again), here. */
export function Loaded<T>({ query, children, skeleton = <Skeleton /> }: LoadedProps<T>) {
  const { data, error, isFetching, refetch } = query;
  if (data !== undefined) return children(data);
  if (error) return <ErrorState error={error} busy={isFetching} onRetry={() => void refetch()} />;
  return skeleton;
}
