CREATE TABLE "commitment_followers" (
	"community_id" uuid NOT NULL,
	"commitment_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "commitment_followers_community_id_commitment_id_participant_id_pk" PRIMARY KEY("community_id","commitment_id","participant_id")
);
--> statement-breakpoint
ALTER TABLE "commitment_followers" ADD CONSTRAINT "commitment_followers_community_id_commitment_id_commitments_community_id_id_fk" FOREIGN KEY ("community_id","commitment_id") REFERENCES "public"."commitments"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_followers" ADD CONSTRAINT "commitment_followers_community_id_participant_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","participant_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;