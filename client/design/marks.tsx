import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Avatar, AvatarStack, Byline } from "../ui/avatar.tsx";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Countdown } from "../ui/countdown.tsx";
import { GroupMark } from "../ui/group-mark.tsx";
import { Icon, iconNames } from "../ui/icons.tsx";
import { Logo, Wordmark } from "../ui/logo.tsx";
import { PhaseBadge, phases } from "../ui/phase-badge.tsx";
import { PhaseSteps } from "../ui/phase-steps.tsx";
import { StanceMark } from "../ui/stance.tsx";
import { Time } from "../ui/time.tsx";
import { Row, Section } from "./section.tsx";

const tones: Tone[] = ["plain", "accent", "pro", "con", "good", "warn", "danger"];
const people = [
  { id: "0197-a", name: "Amber Falcon" },
  { id: "0197-b", name: "quiet river" },
  { id: "0197-c", name: "محمود" },
  { id: "0197-d", name: "林小明" },
  { id: "0197-e", name: "Ochre Heron" },
];
const isoIn = (ms: number) => new Date(Date.now() + ms).toISOString();

function Moments() {
  const { t } = useTranslation("design");
  const [moments] = useState(() => [isoIn(-7_500_000), isoIn(190_000_000), isoIn(1_500_000)]);
  const [past = "", days = "", minutes = ""] = moments;
  return (
    <Row label={t("marks.time")}>
      <Time value={past} />
      <Time value={past} show="both" className="text-sm text-muted" />
      <Countdown until={days} over={t("marks.over")} />
      <Countdown until={minutes} over={t("marks.over")} />
      <Countdown until={past} over={t("marks.over")} />
    </Row>
  );
}

export function Marks() {
  const { t } = useTranslation("design");
  return (
    <Section title={t("marks.title")}>
      <Row label={t("marks.logo")}>
        <Wordmark />
        <Logo size={56} className="ms-6" />
      </Row>
      <Row label={t("marks.phases")}>
        {phases.map((phase) => (
          <PhaseBadge key={phase} phase={phase} />
        ))}
      </Row>
      <PhaseSteps phase="voting" />
      <Row label={t("marks.sides")}>
        <StanceMark side="pro" />
        <StanceMark side="con" />
      </Row>
      <Row label={t("marks.groups")}>
        {[0, 1, 2, 3, 4, 5, 6, 7].map((index) => (
          <GroupMark key={index} index={index} />
        ))}
      </Row>
      <Row label={t("marks.badges")}>
        {tones.map((tone) => (
          <Badge key={tone} tone={tone}>
            {t(`marks.${tone}`)}
          </Badge>
        ))}
      </Row>
      <Row label={t("marks.people")}>
        {people.map((person) => (
          <Avatar key={person.id} person={person} />
        ))}
        <Avatar person={{ id: "x", name: "Vera Lindqvist" }} size="large" />
        <Byline person={{ id: "0197-e", name: "Ochre Heron" }} />
        <AvatarStack people={people} total={12} />
      </Row>
      <Moments />
      <div>
        <p className="eyebrow mb-3">{t("marks.icons")}</p>
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))] gap-2">
          {iconNames.map((name) => (
            <li key={name} className="flex flex-col items-center gap-2 py-2 text-xs text-muted">
              <Icon name={name} size={24} className="text-ink" />
              <code>{name}</code>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
