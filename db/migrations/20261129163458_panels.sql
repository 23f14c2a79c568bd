CREATE TABLE "panel_volunteers" (
	"community_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"answers" jsonb NOT NULL,
	"household" text,
	"pseudonym" text,
	"salt" text,
	"seat" text,
	"reason" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "panel_volunteers_community_id_panel_id_participant_id_pk" PRIMARY KEY("community_id","panel_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "panels" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"debate_id" uuid,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"seats" integer NOT NULL,
	"attributes" jsonb NOT NULL,
	"one_per_household" boolean NOT NULL,
	"rule" text NOT NULL,
	"stage" text NOT NULL,
	"obstacle" jsonb,
	"list" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"list_hash" text,
	"lottery" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"lottery_hash" text,
	"maximin" double precision,
	"randomness" jsonb,
	"nonce" text,
	"seed" text,
	"number" integer,
	"replacements" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"due_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "panels_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "panel_volunteers" ADD CONSTRAINT "panel_volunteers_community_id_panel_id_panels_community_id_id_fk" FOREIGN KEY ("community_id","panel_id") REFERENCES "public"."panels"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_volunteers" ADD CONSTRAINT "panel_volunteers_community_id_participant_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","participant_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panels" ADD CONSTRAINT "panels_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panels" ADD CONSTRAINT "panels_community_id_author_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","author_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panels" ADD CONSTRAINT "panels_community_id_debate_id_debates_community_id_id_fk" FOREIGN KEY ("community_id","debate_id") REFERENCES "public"."debates"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "panel_volunteers_community_id_participant_id_index" ON "panel_volunteers" USING btree ("community_id","participant_id");