import { Link } from "@tanstack/react-router";
import type { Hearing } from "#shared/contract/panel-hearing.ts";
import { Icon } from "../../ui/icons.tsx";
import { isolated } from "../../ui/isolated.ts";
import { Markdown } from "../../ui/markdown.tsx";
import { useWords } from "../words.ts";

type Said = Pick<NonNullable<Hearing["testimony"]>, "text" | "withheld">;

interface WordsProps {
  said: Said;
  hearing: Hearing;
  isMine: boolean;
}

/** What became of the reader's own words, and what they can do about it. */
function Own({ said: { text, withheld }, hearing: { slug, isMember } }: WordsProps) {
  const { t } = useWords();
  if (!withheld) return null;
  return (
    <>
      {withheld.reason && (
        <p>
          <span className="font-medium">{t("heard.withheld.reason")}</span>{" "}
          <span dir="auto" className="whitespace-pre-wrap">
            {withheld.reason}
          </span>
        </p>
      )}
      {isMember && slug !== null ? (
        <p>
          <Link
            to="/c/$slug/moderation/actions/$actionId"
            params={{ slug, actionId: withheld.actionId }}
            className="link"
          >
            {t("heard.withheld.why")}
          </Link>
        </p>
      ) : (
        <p>{t("heard.withheld.noAppeal")}</p>
      )}
      <p className="text-muted">{t("heard.withheld.yours")}</p>
      <div className="border-s-2 border-line-strong ps-3">
        <Markdown source={text} top={4} />
      </div>
    </>
  );
}

/** What is said in a hearing; where it is hidden the rule in its place, and to whoever said it all of it. */
export function HeardWords(props: WordsProps) {
  const { t } = useWords();
  const { text, withheld } = props.said;
  if (!withheld) return <Markdown source={text} top={4} />;
  const { rule, state } = withheld;
  const cited =
    rule && t("heard.withheld.rule", { number: rule.number, title: isolated(rule.title) });
  return (
    <div className="space-y-2 rounded-md border-s-3 border-line-strong bg-sunken px-3 py-2 text-[0.9375rem] leading-6">
      <p className="flex items-start gap-2">
        <Icon name="hide" size={16} className="mt-1 text-muted" />
        {cited ? t(`heard.withheld.${state}`, { rule: cited }) : t("heard.withheld.waits")}
      </p>
      {props.isMine && <Own {...props} />}
    </div>
  );
}
