CREATE TABLE "elector_groups" (
	"community_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"group_number" smallint,
	"salt" text,
	"seal" text,
	CONSTRAINT "elector_groups_community_id_decision_id_participant_id_pk" PRIMARY KEY("community_id","decision_id","participant_id")
);
--> statement-breakpoint
ALTER TABLE "debates" ADD COLUMN "statement_mode" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "group_majority" jsonb;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "group_run" jsonb;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "groups_hash" text;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "group_support" jsonb;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "is_seed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "is_meta" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "elector_groups" ADD CONSTRAINT "elector_groups_community_id_decision_id_decisions_community_id_id_fk" FOREIGN KEY ("community_id","decision_id") REFERENCES "public"."decisions"("community_id","id") ON DELETE no action ON UPDATE no action;