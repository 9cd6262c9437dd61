-- What people found out about leads; it only grows. An answer without a value takes the earlier one back.
CREATE TABLE lead_answer (
    workspace bigint NOT NULL,
    id bigint NOT NULL,
    lead text NOT NULL,
    field text NOT NULL,
    value text,
    done_by text,
    at text NOT NULL,
    PRIMARY KEY (workspace, id)
);

CREATE INDEX lead_answer_lead ON lead_answer (workspace, lead, id);

--sqlite:CREATE TRIGGER lead_answer_stays BEFORE UPDATE ON lead_answer BEGIN SELECT RAISE(ABORT, 'answers never change'); END;
--postgres:CREATE FUNCTION lead_answer_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'answers never change'; END $$;
--postgres:CREATE TRIGGER lead_answer_stays BEFORE UPDATE ON lead_answer FOR EACH ROW EXECUTE FUNCTION lead_answer_stays();
