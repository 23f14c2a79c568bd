import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

/** There are debates, but none under the topic that was asked for. */
export function NoneUnderTopic({ slug }: { slug: string }) {
  const { t } = useTranslation("topics");
  return (
    <p className="text-muted">
      {t("noneUnder")}{" "}
      <Link to="/c/$slug" params={{ slug }} resetScroll={false} className="link">
        {t("showAll")}
      </Link>
    </p>
  );
}
