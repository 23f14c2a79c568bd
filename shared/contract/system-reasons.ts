/** Why something about a system or an incident was refused; see `reasons.ts`. */
export const systemReasons = {
  "system-registrars": "Moderators register the systems that a community governs.",
  "system-carers": "A system's card is changed by its steward and by moderators.",
  "card-link-unknown": "Choose debates, decisions and commitments that this community has.",
  "day-to-come": "Nobody has measured anything on a day that is still to come.",
  "incident-carers": "Moderators and the system's steward look after its incidents.",
  "incident-judges":
    "A moderator who does not answer for the system does this: nobody judges the own case.",
  "no-such-step": "No way leads from {{from}} to {{to}}.",
  "incident-unfinished":
    "What was promised because of it is not done: {{count}} of these commitments are open.",
  "severity-at-triage": "How severe it is, is found when it is accepted.",
  "incident-not-accepted": "Accept the incident first, or it is over: ask for nothing here.",
  "incident-parties":
    "A case is linked by who reported the incident, by the system's steward, and by moderators.",
  "no-such-dispute": "Choose a case that this community has.",
} as const;
