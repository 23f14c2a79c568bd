CREATE TABLE "acknowledgements" (
	"community_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "acknowledgements_community_id_subject_id_participant_id_pk" PRIMARY KEY("community_id","subject_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"text" text NOT NULL,
	"author_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "comments_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "acknowledgements" ADD CONSTRAINT "acknowledgements_community_id_claim_id_claims_community_id_id_fk" FOREIGN KEY ("community_id","claim_id") REFERENCES "public"."claims"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_community_id_claim_id_claims_community_id_id_fk" FOREIGN KEY ("community_id","claim_id") REFERENCES "public"."claims"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "acknowledgements_community_id_debate_id_index" ON "acknowledgements" USING btree ("community_id","debate_id");--> statement-breakpoint
CREATE INDEX "comments_community_id_claim_id_id_index" ON "comments" USING btree ("community_id","claim_id","id");--> statement-breakpoint
CREATE INDEX "comments_community_id_debate_id_index" ON "comments" USING btree ("community_id","debate_id");