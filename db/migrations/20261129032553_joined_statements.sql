CREATE TABLE "joined_responses" (
	"community_id" uuid NOT NULL,
	"action_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"value" smallint NOT NULL,
	"responded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "joined_responses_community_id_action_id_participant_id_pk" PRIMARY KEY("community_id","action_id","participant_id")
);
--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "merged_into" uuid;