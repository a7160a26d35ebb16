-- Answers are written anew in the order of their ids: the transactions in which they came would lead to firms.

alter table guanjia.questionnaire_round add column mixed_at timestamptz;
comment on column guanjia.questionnaire_round.mixed_at is 'when the answers of the whole round were written anew; until then those of the last day can be told by their transactions';

grant update (mixed_at) on guanjia.questionnaire_round to guanjia_app;
grant delete on guanjia.questionnaire_answer, guanjia.questionnaire_text to guanjia_app;
