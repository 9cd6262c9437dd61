-- Scores of leads and what happened to them; both only grow. Erasing a person may delete rows, nothing may change them.
CREATE TABLE lead_score (
    workspace bigint NOT NULL,
    id bigint NOT NULL,
    lead text NOT NULL,
    card_id text NOT NULL,
    card_version bigint NOT NULL,
    score bigint NOT NULL CHECK (score BETWEEN 0 AND 100),
    low bigint NOT NULL,
    high bigint NOT NULL,
    expected double precision NOT NULL,
    state text NOT NULL,
    inputs text NOT NULL,
    at text NOT NULL,
    PRIMARY KEY (workspace, id)
);

CREATE INDEX lead_score_lead ON lead_score (workspace, lead, id);

CREATE TABLE lead_event (
    workspace bigint NOT NULL,
    id bigint NOT NULL,
    lead text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('queued', 'explored', 'held', 'opened', 'taken', 'passed')),
    done_by text,
    reason text,
    card_id text NOT NULL,
    at text NOT NULL,
    PRIMARY KEY (workspace, id)
);

CREATE INDEX lead_event_lead ON lead_event (workspace, lead, id);

--sqlite:CREATE TRIGGER lead_score_stays BEFORE UPDATE ON lead_score BEGIN SELECT RAISE(ABORT, 'score records never change'); END;
--sqlite:CREATE TRIGGER lead_event_stays BEFORE UPDATE ON lead_event BEGIN SELECT RAISE(ABORT, 'the decision log never changes'); END;
--postgres:CREATE FUNCTION lead_row_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'score records and the decision log never change'; END $$;
--postgres:CREATE TRIGGER lead_score_stays BEFORE UPDATE ON lead_score FOR EACH ROW EXECUTE FUNCTION lead_row_stays();
--postgres:CREATE TRIGGER lead_event_stays BEFORE UPDATE ON lead_event FOR EACH ROW EXECUTE FUNCTION lead_row_stays();
