import { z } from "zod";
import { Id } from "./ids.ts";

/** The phases of a debate, in the order in which they usually follow each other. */
export const phases = [
  "draft",
  "framing",
  "deliberation",
  "voting",
  "decided",
  "followup",
  "archived",
] as const;
export const Phase = z.enum(phases);
export type Phase = z.infer<typeof Phase>;

/** What questions are about, in a community that says nothing else. */
export const usualTopics = [
  "bias",
  "disputes",
  "accountability",
  "transparency",
  "representation",
  "funding",
  "performance",
  "privacy",
  "security",
  "governance",
] as const;
export const UsualTopic = z.enum(usualTopics);
export type UsualTopic = z.infer<typeof UsualTopic>;

/** A topic of a community: a usual one by its word, or one of its own. */
export const TopicId = z.union([UsualTopic, Id]);
export type TopicId = z.infer<typeof TopicId>;

/** Kinds of debates that come with a frame to fill and with guidance at each step. */
export const templates = [
  "bias-audit",
  "dispute",
  "accountability-inquiry",
  "funding-question",
  "rule-change",
] as const;
export const Template = z.enum(templates);
export type Template = z.infer<typeof Template>;

/** Languages that people write in and the interface speaks, as BCP 47 tags. */
export const languages = ["en", "es", "zh-TW", "ar"] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** `open`: new statements are shown until somebody moderates them; `strict`: once they are approved. */
export const StatementMode = z.enum(["open", "strict"]);
export type StatementMode = z.infer<typeof StatementMode>;
