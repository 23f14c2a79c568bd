import { useTranslation } from "react-i18next";
import { cx } from "../ui/cx.ts";
import { Row, Section } from "./section.tsx";

const grounds = ["bg-paper", "bg-surface", "bg-sunken", "bg-raised"];
const tones = ["bg-ink", "bg-accent", "bg-pro", "bg-con", "bg-good", "bg-warn", "bg-danger"];
const softs = [
  "bg-accent-soft",
  "bg-pro-soft",
  "bg-con-soft",
  "bg-good-soft",
  "bg-warn-soft",
  "bg-danger-soft",
];

function Swatches({ names }: { names: readonly string[] }) {
  return names.map((name) => (
    <span key={name} className="w-24">
      <span className={cx("block h-14 rounded-md border border-line", name)} />
      <code className="mt-1 block text-xs text-muted">{name.replace("bg-", "")}</code>
    </span>
  ));
}

export function ColourAndType() {
  const { t } = useTranslation("design");
  return (
    <>
      <Section title={t("type.title")}>
        <div className="max-w-measure space-y-4">
          <p className="font-serif text-4xl font-semibold">{t("type.question")}</p>
          <p className="font-serif text-3xl font-semibold">{t("type.heading")}</p>
          <p className="font-serif text-2xl font-semibold">{t("type.subheading")}</p>
          <p className="font-serif text-xl">{t("type.claim")}</p>
          <p>{t("type.body")}</p>
          <p className="text-sm text-muted">{t("type.small")}</p>
          <p className="font-serif text-xl" lang="zh-TW">
            {t("type.chinese")}
          </p>
          <p className="font-serif text-xl" lang="ar" dir="rtl">
            {t("type.arabic")}
          </p>
        </div>
      </Section>
      <Section title={t("colour.title")}>
        <Row label={t("colour.grounds")}>
          <Swatches names={grounds} />
        </Row>
        <Row label={t("colour.tones")}>
          <Swatches names={tones} />
        </Row>
        <Row label={t("colour.softs")}>
          <Swatches names={softs} />
        </Row>
      </Section>
    </>
  );
}
