CREATE TABLE "profiles" (
	"community_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"bio" text DEFAULT '' NOT NULL,
	"picture" "bytea",
	"picture_hash" text,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "profiles_community_id_participant_id_pk" PRIMARY KEY("community_id","participant_id")
);
--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_community_id_participant_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","participant_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;