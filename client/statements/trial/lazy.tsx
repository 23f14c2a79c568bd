import { type ComponentProps, lazy, Suspense } from "react";
import { useKeptAnswers } from "./kept-answers.ts";
import { TryPlaceholder } from "./try-placeholder.tsx";

const LazyTry = lazy(async () => ({
  default: (await import("./try-statement.tsx")).TryStatement,
}));
const LazyUnsent = lazy(async () => ({
  default: (await import("./unsent-answers.tsx")).UnsentAnswers,
}));

/** One statement for a stranger to say something to. */
export function TryStatement() {
  return (
    <Suspense fallback={<TryPlaceholder />}>
      <LazyTry />
    </Suspense>
  );
}

/** What a stranger answered, once they are no stranger any more. Nearly everybody has nothing, and loads nothing. */
export function UnsentAnswers(place: ComponentProps<typeof LazyUnsent>) {
  const isEmpty = useKeptAnswers().length === 0;
  if (isEmpty) return null;
  return (
    <Suspense fallback={null}>
      <LazyUnsent {...place} />
    </Suspense>
  );
}
