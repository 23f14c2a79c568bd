/** The three ways of seeing things between which the demo's people differ. */
export const camps = { operators: 0, civic: 1, builders: 2 } as const;
export type Camp = keyof typeof camps;

export interface PersonDraft {
  readonly name: string;
  readonly camp: Camp;
  readonly role: "owner" | "moderator" | "member";
  readonly canSignIn: boolean;
}

const member = (name: string, camp: Camp): PersonDraft => ({
  name,
  camp,
  role: "member",
  canSignIn: false,
});

const moderator = (name: string, camp: Camp): PersonDraft => ({
  ...member(name, camp),
  role: "moderator",
});

/** Thirty invented people. A key is also the name before the @ of an address at example.org. */
export const peopleDrafts = {
  amara: { name: "Amara Diallo", camp: "civic", role: "owner", canSignIn: true },
  jonas: { name: "Jonas Lindqvist", camp: "builders", role: "moderator", canSignIn: true },
  "mei-lin": { name: "Mei-Lin Hsu", camp: "builders", role: "member", canSignIn: true },
  tomas: { name: "Tomás Herrera", camp: "operators", role: "member", canSignIn: true },
  rosa: member("Rosa Quispe", "civic"),
  nadia: member("Nadia Benkhaled", "civic"),
  ingrid: member("Ingrid Solheim", "civic"),
  thandiwe: member("Thandiwe Nkosi", "civic"),
  leila: member("Leila Rahmani", "civic"),
  sofia: member("Sofía Paredes", "civic"),
  hana: member("Hana Moriyama", "civic"),
  ifeoma: member("Ifeoma Chukwu", "civic"),
  eunji: member("Eun-ji Park", "civic"),
  paperlantern: member("paperlantern", "civic"),
  oleksandr: moderator("Oleksandr Bondar", "operators"),
  northnode: member("northnode", "operators"),
  farid: member("Farid Haddad", "operators"),
  weijun: member("Wei Jun Tan", "operators"),
  kwame: member("Kwame Asante", "operators"),
  matteo: member("Matteo Galli", "operators"),
  rackmountruth: member("rackmount_ruth", "operators"),
  aleksi: member("Aleksi Niemi", "operators"),
  priya: moderator("Priya Raghunathan", "operators"),
  yusuf: member("Yusuf Demir", "builders"),
  quietcompiler: member("quietcompiler", "builders"),
  anabeatriz: member("Ana Beatriz Moura", "builders"),
  elif: member("Elif Aydın", "builders"),
  samuel: member("Samuel Otieno", "builders"),
  gradient: member("gradient_descendant", "builders"),
  clara: member("Clara Vogel", "builders"),
} as const satisfies Record<string, PersonDraft>;

export type PersonKey = keyof typeof peopleDrafts;
