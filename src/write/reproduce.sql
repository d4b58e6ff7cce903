-- Независимый пересчёт показателей, критериев, итоговых баллов и мест по таблицам этой же папки.
--
-- Запуск из папки с результатами:  duckdb -f reproduce.sql
-- Последний запрос выводит расхождения с таблицами scores и rankings. Пустой ответ — всё сошлось до последнего знака.
--
-- Исходные данные: answers (анкеты), shares (готовые доли), questions (какие вопросы были на листе), waits (ожидание), checks (чек-листы),
-- formulas (как значение составлено из частей; веса и баллы порядка расчёта). Опубликованные баллы и места берутся
-- только для сравнения; из rankings взято ещё, какие организации участвуют в рейтинге (причина отказа — в столбце note).
--
-- Расчёт ведётся в целых числах: один балл — это 10^24 единиц, остаток от деления отбрасывается. Накопленная
-- погрешность меньше 10^-20 балла, поэтому половина сотой округляется вверх так же, как в точных дробях.

CREATE OR REPLACE TEMP MACRO point() AS 1000000000000000000000000::HUGEINT;
CREATE OR REPLACE TEMP MACRO hundredths(value) AS (value * 100 + point() // 2 + 1000000) // point();
CREATE OR REPLACE TEMP MACRO published(value) AS hundredths(value)::DECIMAL(12, 0) * 0.01;

-- Значение, каким его берёт следующий шаг расчёта: точное (rounding = "exact").
CREATE OR REPLACE TEMP MACRO settled(value) AS value;

-- Файл, поданный дважды, считается один раз.
CREATE OR REPLACE TEMP TABLE files AS
SELECT submission_id
FROM read_parquet('tables/submissions.parquet')
QUALIFY coalesce(sha256, '') = ''
     OR row_number() OVER (PARTITION BY sha256 ORDER BY submission_id) = 1;

CREATE OR REPLACE TEMP TABLE formulas AS FROM read_parquet('tables/formulas.parquet');
CREATE OR REPLACE TEMP TABLE waits AS FROM read_parquet('tables/waits.parquet');

-- Респонденты, ответившие хотя бы на что-нибудь. Если есть и анкеты, и сводные количества по тем же людям, считаются анкеты.
CREATE OR REPLACE TEMP TABLE respondents AS
SELECT row_number() OVER (ORDER BY submission_id, sheet_ordinal, ordinal) AS respondent, a.*
FROM read_parquet('tables/answers.parquet') AS a
SEMI JOIN files USING (submission_id)
WHERE organization_id IS NOT NULL
  AND (coalesce(stand_used, stand_satisfied, site_used, site_satisfied, in_time, comfort_satisfied, disability,
                access_satisfied, first_contact, service_staff, remote_used, remote_satisfied, recommend,
                organizational_conditions, overall_satisfied) IS NOT NULL
       OR EXISTS (FROM waits AS w
                  WHERE (w.submission_id, w.sheet_ordinal, w."row") = (a.submission_id, a.sheet_ordinal, a."row")))
QUALIFY NOT summed OR bool_and(summed) OVER (PARTITION BY organization_id);

CREATE OR REPLACE TEMP TABLE said AS
SELECT respondent, question, yes
FROM (UNPIVOT respondents
      ON stand_used, stand_satisfied, site_used, site_satisfied, in_time, comfort_satisfied, disability,
         access_satisfied, first_contact, service_staff, remote_used, remote_satisfied, recommend,
         organizational_conditions, overall_satisfied
      INTO NAME question VALUE yes);

-- Ответ учитывается, только если на вопрос-фильтр ответили «Да».
CREATE OR REPLACE TEMP TABLE filters (question VARCHAR, filter VARCHAR);
INSERT INTO filters VALUES
  ('stand_satisfied', 'stand_used'),
  ('site_satisfied', 'site_used'),
  ('access_satisfied', 'disability'),
  ('remote_satisfied', 'remote_used');

-- Доля «Да»: из тех, кому вопрос был задан и кто прошёл фильтр; не рассчитывается, если не ответил никто.
CREATE OR REPLACE TEMP TABLE shares AS
SELECT r.organization_id, r.form, q.question,
       100 * point() * (count(*) FILTER (a.yes)) // count(*) AS value
FROM respondents AS r
JOIN (SELECT DISTINCT submission_id, sheet_ordinal, question FROM read_parquet('tables/questions.parquet')) AS q
  USING (submission_id, sheet_ordinal)
LEFT JOIN filters AS f ON f.question = q.question
LEFT JOIN said AS a ON a.respondent = r.respondent AND a.question = q.question
LEFT JOIN said AS passed ON passed.respondent = r.respondent AND passed.question = f.filter
WHERE f.filter IS NULL OR passed.yes
GROUP BY r.organization_id, r.form, q.question
HAVING count(a.yes) > 0;

-- Готовые доли без числа опрошенных: только там, где нет ни анкет, ни количеств.
INSERT INTO shares
SELECT s.organization_id, s.form, s.question, 100 * point() * s.yes // s."of"
FROM (FROM read_parquet('tables/shares.parquet')
      QUALIFY row_number() OVER (PARTITION BY organization_id, form, question
                                 ORDER BY submission_id, sheet_ordinal, "row") = 1) AS s
SEMI JOIN files USING (submission_id)
WHERE s.organization_id NOT IN (SELECT organization_id FROM respondents);

CREATE OR REPLACE TEMP TABLE waiting AS
SELECT r.organization_id, r.form, sum(w.points)::HUGEINT * point() // count(w.points) AS value
FROM respondents AS r
JOIN waits AS w USING (submission_id, sheet_ordinal, "row")
GROUP BY r.organization_id, r.form
HAVING count(w.points) > 0;

CREATE OR REPLACE TEMP TABLE figures (organization_id VARCHAR, code VARCHAR, value HUGEINT);

-- Показатели опроса: среднее частей по каждой анкете, затем среднее анкет (в больнице их две).
INSERT INTO figures
WITH parts AS (
  SELECT f.organization_id, f.code, s.form, s.value
  FROM formulas AS f JOIN shares AS s ON s.organization_id = f.organization_id AND s.question = f.part
  WHERE f.kind IN ('shares', 'waiting')
  UNION ALL
  SELECT f.organization_id, f.code, w.form, w.value
  FROM formulas AS f JOIN waiting AS w ON w.organization_id = f.organization_id
  WHERE f.kind = 'waiting'
), forms AS (
  SELECT organization_id, code, form, sum(value)::HUGEINT // count(*) AS value FROM parts GROUP BY ALL
)
SELECT organization_id, code, settled(sum(value)::HUGEINT // count(*)) FROM forms GROUP BY ALL;

-- Показатели чек-листа: среднее долей выполненных пунктов либо баллы за пункты, но не больше предела.
INSERT INTO figures
WITH topics AS (
  SELECT organization_id, topic, count(*) FILTER (met) AS met, count(met) AS applicable
  FROM read_parquet('tables/checks.parquet') GROUP BY ALL HAVING count(met) > 0
)
SELECT f.organization_id, f.code,
       settled(CASE any_value(f.kind)
         WHEN 'met_points' THEN least(any_value(f.points * t.met), any_value(f.cap)) * point()
         ELSE sum(100 * point() * t.met // t.applicable)::HUGEINT // count(*)
       END)
FROM formulas AS f JOIN topics AS t ON t.organization_id = f.organization_id AND t.topic = f.part
WHERE f.kind IN ('met_shares', 'met_points')
GROUP BY f.organization_id, f.code;

-- Критерии, затем критерии по другим критериям, затем итог: взвешенное среднее частей.
CREATE OR REPLACE TEMP MACRO composed(wanted) AS TABLE
SELECT f.organization_id, f.code,
       settled(sum(f.weight * v.value)::HUGEINT // (sum(f.weight) FILTER (v.value IS NOT NULL))::HUGEINT) AS value
FROM formulas AS f LEFT JOIN figures AS v ON v.organization_id = f.organization_id AND v.code = f.part
WHERE f.step = wanted
GROUP BY f.organization_id, f.code
HAVING count(v.value) > 0 AND (any_value(f.kind) = 'weighted' OR count(v.value) = count(*));

INSERT INTO figures FROM composed(2);
INSERT INTO figures FROM composed(3);
INSERT INTO figures FROM composed(4);

-- Места: равные опубликованные баллы делят место, следующее место пропускается (1, 2, 2, 4).
CREATE OR REPLACE TEMP TABLE places AS
SELECT r.scope, r.scope_name, r.organization_id, published(f.value) AS total,
       rank() OVER (PARTITION BY r.scope, r.scope_name ORDER BY hundredths(f.value) DESC) AS place
FROM read_parquet('tables/rankings.parquet') AS r
LEFT JOIN figures AS f ON f.organization_id = r.organization_id AND f.code = 'S'
WHERE r.place IS NOT NULL;

-- Расхождения.
SELECT 'scores' AS "table", organization_id, code AS what, s.value::VARCHAR AS published, published(f.value)::VARCHAR AS recomputed
FROM read_parquet('tables/scores.parquet') AS s FULL JOIN figures AS f USING (organization_id, code)
WHERE s.value IS DISTINCT FROM published(f.value)
UNION ALL
SELECT 'rankings', organization_id, scope || ' ' || scope_name, r.total || ', место ' || r.place, p.total || ', место ' || p.place
FROM read_parquet('tables/rankings.parquet') AS r LEFT JOIN places AS p USING (scope, scope_name, organization_id)
WHERE r.place IS DISTINCT FROM p.place OR r.total IS DISTINCT FROM p.total
ORDER BY ALL;
