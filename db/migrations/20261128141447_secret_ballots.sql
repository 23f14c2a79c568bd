CREATE TABLE "decision_keys" (
	"community_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"sealed" text NOT NULL,
	CONSTRAINT "decision_keys_community_id_decision_id_pk" PRIMARY KEY("community_id","decision_id")
);
--> statement-breakpoint
CREATE TABLE "roll_entries" (
	"community_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	CONSTRAINT "roll_entries_community_id_decision_id_participant_id_pk" PRIMARY KEY("community_id","decision_id","participant_id")
);
--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "nonce" text;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "electorate_hash" text;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "checkpoint" text;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "signed_by" text;--> statement-breakpoint
ALTER TABLE "decision_keys" ADD CONSTRAINT "decision_keys_community_id_decision_id_decisions_community_id_id_fk" FOREIGN KEY ("community_id","decision_id") REFERENCES "public"."decisions"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_entries" ADD CONSTRAINT "roll_entries_community_id_decision_id_decisions_community_id_id_fk" FOREIGN KEY ("community_id","decision_id") REFERENCES "public"."decisions"("community_id","id") ON DELETE no action ON UPDATE no action;