import { type RulesToTell, rulesInWords } from "./rules-in-words.ts";
import { useWords } from "./words.ts";

/** The rules of a decision, each in plain words. */
export function RulesList({ rules }: { rules: RulesToTell }) {
  const words = useWords();
  return (
    <dl className="space-y-3 text-[0.9375rem]">
      {rulesInWords(rules, words).map(({ id, text }) => (
        <div key={id}>
          <dt className="font-semibold">{words.t(`rules.term.${id}`)}</dt>
          <dd className="max-w-measure text-muted text-pretty wrap-anywhere">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
