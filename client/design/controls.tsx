import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  Button,
  ButtonLink,
  IconButton,
  type ButtonSize,
  type ButtonVariant,
} from "../ui/button.tsx";
import { CountMark } from "../ui/badge.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { RatingInput, type Rating } from "../ui/rating-input.tsx";
import { Row, Section } from "./section.tsx";

const variants: ButtonVariant[] = ["primary", "secondary", "quiet", "danger"];
const sizes: ButtonSize[] = ["small", "medium", "large"];

export function Controls() {
  const { t } = useTranslation("design");
  const [isBusy, setIsBusy] = useState(true);
  const [rating, setRating] = useState<Rating | undefined>(3);
  return (
    <Section title={t("controls.title")}>
      {sizes.map((size) => (
        <Row key={size} label={t(`controls.${size}`)}>
          {variants.map((variant) => (
            <Button key={variant} variant={variant} size={size}>
              {t(`controls.${variant}`)}
            </Button>
          ))}
          <Button size={size} icon="plus">
            {t("controls.withIcon")}
          </Button>
        </Row>
      ))}
      <Row label={t("controls.states")}>
        <Button variant="primary" busy={isBusy}>
          {t("controls.busy")}
        </Button>
        <Button onClick={() => setIsBusy(!isBusy)}>{t("controls.toggleBusy")}</Button>
        <Button disabled>{t("controls.disabled")}</Button>
        <ButtonLink to="/design" iconAfter="arrow" variant="quiet">
          {t("controls.link")}
        </ButtonLink>
        <CopyButton text="https://folkmoot.example/" />
        <IconButton icon="bell" label={t("controls.bell")} mark={<CountMark count={3} />} />
        <IconButton icon="more" label={t("controls.more")} variant="secondary" size="small" />
      </Row>
      <RatingInput
        legend={t("rating.legend")}
        low={t("rating.low")}
        high={t("rating.high")}
        value={rating}
        onChange={setRating}
      />
      <RatingInput
        disabled
        legend={t("rating.closed")}
        low={t("rating.low")}
        high={t("rating.high")}
        value={undefined}
        onChange={setRating}
      />
    </Section>
  );
}
