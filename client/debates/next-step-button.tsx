import { useLocation, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAccount } from "../lib/session.ts";
import { Button, ButtonLink, type ButtonSize } from "../ui/button.tsx";
import { goWrite } from "../ui/go-write.ts";
import { useDebate } from "./debate-context.ts";
import { nextStepIn, type NextStep } from "./next-step.ts";
import { Steering } from "./steering.tsx";

function useNextStep(): NextStep | null {
  const { debate, me } = useDebate();
  const account = useAccount();
  if (account === undefined) return null;
  return nextStepIn(debate, { isSignedIn: account !== null, isMember: me !== null });
}

/** What one can do now, in a sentence. */
export function NextStepWords() {
  const { t } = useTranslation("debates");
  const step = useNextStep();
  return step && <p className="max-w-measure text-lg text-muted">{t(`next.${step}.words`)}</p>;
}

interface NextStepButtonProps {
  size?: ButtonSize;
}

type Pressable = Exclude<NextStep, "read" | "watch">;

/** The button for it. */
export function NextStepButton({ size = "medium" }: NextStepButtonProps) {
  const step = useNextStep();
  if (step === null || step === "read" || step === "watch") return null;
  return <StepButton step={step} size={size} />;
}

function StepButton({ step, size }: Required<NextStepButtonProps> & { step: Pressable }) {
  const { t } = useTranslation("debates");
  const { slug, debate } = useDebate();
  const label = t(`next.${step}.button`);
  const here = { slug, debateId: debate.id };
  const look = { size, variant: "primary", children: label } as const;
  switch (step) {
    case "sign-in":
      return <SignInLink size={size} label={label} />;
    case "respond":
      return <RespondButton size={size} label={label} />;
    case "join":
      return <ButtonLink to="/c/$slug" params={{ slug }} {...look} />;
    case "vote":
      return <ButtonLink to="/c/$slug/d/$debateId/decision" params={here} {...look} />;
    case "outcome":
      return <ButtonLink to="/c/$slug/d/$debateId/outcome" params={here} {...look} />;
    case "publish":
      return <MoveButton to="framing" size={size} label={label} />;
    case "start":
      return <MoveButton to="deliberation" size={size} label={label} />;
    case "propose":
      return <WriteButton at="propose" size={size} label={label} />;
    case "argue":
      return <ArgueButton size={size} label={label} />;
  }
}

/** Leads to the statements; who is there has them before their eyes. */
function RespondButton({ size, label }: StepProps) {
  const isThere = useLocation({ select: ({ pathname }) => pathname.endsWith("/statements") });
  return isThere ? null : <StatementsLink size={size} label={label} />;
}

interface StepProps extends Required<NextStepButtonProps> {
  label: string;
}

function StatementsLink({ size, label }: StepProps) {
  const { slug, debate } = useDebate();
  return (
    <ButtonLink
      to="/c/$slug/d/$debateId/statements"
      params={{ slug, debateId: debate.id }}
      size={size}
      variant="primary"
    >
      {label}
    </ButtonLink>
  );
}

function SignInLink({ size, label }: StepProps) {
  const { pathname } = useLocation();
  return (
    <ButtonLink to="/sign-in" search={{ next: pathname }} size={size} variant="primary">
      {label}
    </ButtonLink>
  );
}

function MoveButton({ to, size, label }: StepProps & { to: "framing" | "deliberation" }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size={size} variant="primary" onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      <Steering steering={isOpen ? { to } : null} onClose={() => setIsOpen(false)} />
    </>
  );
}

/** Leads to the arguments; who reads them already is led to the statements, where there are some. */
function ArgueButton({ size, label }: StepProps) {
  const { t } = useTranslation("debates");
  const { debate } = useDebate();
  const isThere = useLocation({ select: ({ pathname }) => pathname.endsWith("/arguments") });
  if (!isThere) return <WriteButton at="outline" size={size} label={label} />;
  if (!debate.can.respond || debate.counts.statements === 0) return null;
  return <StatementsLink size={size} label={t("next.argue.elsewhere")} />;
}

/** Leads to where one writes: among the positions, or into the tree. */
function WriteButton({ at, size, label }: StepProps & { at: "propose" | "outline" }) {
  const { slug, debate } = useDebate();
  const navigate = useNavigate();
  const params = { slug, debateId: debate.id };
  const go = async () => {
    await navigate({ to: "/c/$slug/d/$debateId/arguments", params });
    requestAnimationFrame(() => goWrite(at));
  };
  return (
    <Button size={size} variant="primary" onClick={() => void go()}>
      {label}
    </Button>
  );
}
