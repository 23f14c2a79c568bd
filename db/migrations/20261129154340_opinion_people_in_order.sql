-- People of a run lie in the order of their ids, each beside the number of their group.
UPDATE "opinion_people" SET ("people", "groups") = (
  SELECT coalesce(string_agg(decode("person"."hex", 'hex'), ''::bytea ORDER BY "person"."hex"), ''),
    coalesce(string_agg(decode("grouped"."hex", 'hex'), ''::bytea ORDER BY "person"."hex"), '')
  FROM regexp_matches(encode("opinion_people"."people", 'hex'), '.{32}', 'g') WITH ORDINALITY AS "found" ("match", "place")
  CROSS JOIN LATERAL (SELECT "match"[1] AS "hex") AS "person"
  JOIN LATERAL (SELECT encode(substring("opinion_people"."groups" FROM "place"::int FOR 1), 'hex') AS "hex") AS "grouped" ON true
);
