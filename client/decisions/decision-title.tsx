import type { DecisionView } from "#shared/contract/decisions.ts";
import { useDebate } from "../debates/public.ts";
import { cx } from "../ui/cx.ts";

/** What is decided; where it is the debate's question, that stands above in large letters already. */
export function DecisionTitle({ id, decision }: { id: string; decision: DecisionView }) {
  const { question, language } = useDebate().debate;
  const isSaid = decision.title === question;
  return (
    <h2 id={id} lang={language} className={cx(isSaid ? "sr-only" : "text-2xl")}>
      <bdi>{decision.title}</bdi>
    </h2>
  );
}
