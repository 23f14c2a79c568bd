CREATE TABLE "funding_ballots" (
	"community_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"voter_id" uuid NOT NULL,
	"ballot" jsonb,
	"revision" integer DEFAULT 1 NOT NULL,
	"cast_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "funding_ballots_community_id_round_id_voter_id_pk" PRIMARY KEY("community_id","round_id","voter_id")
);
--> statement-breakpoint
CREATE TABLE "funding_electors" (
	"community_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	CONSTRAINT "funding_electors_community_id_round_id_participant_id_pk" PRIMARY KEY("community_id","round_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "funding_projects" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"proposer_id" uuid NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"team" text NOT NULL,
	"openness" text NOT NULL,
	"cost" bigint NOT NULL,
	"least" bigint NOT NULL,
	"milestones" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "funding_projects_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "funding_rounds" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debate_id" uuid,
	"author_id" uuid NOT NULL,
	"title" text NOT NULL,
	"about" text NOT NULL,
	"currency" text NOT NULL,
	"budget" bigint NOT NULL,
	"settings" jsonb NOT NULL,
	"electorate" jsonb NOT NULL,
	"phase" text DEFAULT 'proposals' NOT NULL,
	"opens_at" timestamp (3) with time zone,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"is_imported" boolean DEFAULT false NOT NULL,
	"electorate_size" integer,
	"projects_hash" text,
	"seed" text,
	"seed_hash" text,
	"ballots" jsonb,
	"ballots_hash" text,
	"outcome" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "funding_rounds_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "funding_ballots" ADD CONSTRAINT "funding_ballots_community_id_round_id_voter_id_funding_electors_community_id_round_id_participant_id_fk" FOREIGN KEY ("community_id","round_id","voter_id") REFERENCES "public"."funding_electors"("community_id","round_id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_electors" ADD CONSTRAINT "funding_electors_community_id_round_id_funding_rounds_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."funding_rounds"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_projects" ADD CONSTRAINT "funding_projects_community_id_round_id_funding_rounds_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."funding_rounds"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_rounds" ADD CONSTRAINT "funding_rounds_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_rounds" ADD CONSTRAINT "funding_rounds_community_id_debate_id_debates_community_id_id_fk" FOREIGN KEY ("community_id","debate_id") REFERENCES "public"."debates"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "funding_projects_community_id_round_id_index" ON "funding_projects" USING btree ("community_id","round_id");--> statement-breakpoint
CREATE INDEX "funding_rounds_phase_closes_at_index" ON "funding_rounds" USING btree ("phase","closes_at");