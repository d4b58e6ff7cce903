//! Tables drawn with characters, and lines.

use crate::show;

#[track_caller]
fn check(text: &str, expected: &str) {
    let document = super::read(text.as_bytes()).expect("readable").value;
    assert_eq!(show::render(&document), expected, "{text}");
}

#[test]
fn lines_are_paragraphs_with_marks() {
    check(
        "# Глава\n\n1. Пункт\n- часть\n**Жирный** текст\n---\n",
        concat!(
            "p heading=1 \"Глава\"\n",
            "p level=0 mark=\"1.\" \"Пункт\"\n",
            "p level=0 mark=\"-\" \"часть\"\n",
            "p \"Жирный текст\"\n",
        ),
    );
}

#[test]
fn pipes_with_an_empty_header() {
    check(
        "| | |\n|---|:-:|\n| | окончание |\n| 2 | май<br>июнь |\n",
        "table 2x2\n  1,2 \"окончание\"\n  2,1 \"2\"\n  2,2 \"май\\nиюнь\"\n",
    );
    check("а | б\n--|--\n1 | 2\n", "table 2x2\n  1,1 \"а\"\n  1,2 \"б\"\n  2,1 \"1\"\n  2,2 \"2\"\n");
}

#[test]
fn pipes_as_databases_print_them() {
    check(
        "№  | Мера\n---+------\n1  | Сайт\n",
        "table 2x2\n  1,1 \"№\"\n  1,2 \"Мера\"\n  2,1 \"1\"\n  2,2 \"Сайт\"\n",
    );
}

#[test]
fn tabs_with_markup_in_cells() {
    check(
        "№\tМера\n1\t<p>Сделать:</p> <ul> <li>сайт;</li> <li>стенд.</li> </ul>\n",
        "table 2x2\n  1,1 \"№\"\n  1,2 \"Мера\"\n  2,1 \"1\"\n  2,2 \"Сделать:\\n- сайт;\\n- стенд.\"\n",
    );
}

#[test]
fn numbers_followed_by_tabs_are_a_list() {
    check("1.\tПервое\n2.\tВторое\n", "p level=0 mark=\"1.\" \"Первое\"\np level=0 mark=\"2.\" \"Второе\"\n");
    check("Директор\t\t\tПетров\nсекретарь\n", "p \"Директор Петров\"\np \"секретарь\"\n");
}

#[test]
fn a_cell_on_a_line_of_its_own() {
    check(
        "\tНомер\n\tМера\n\n\t1\n\t- сайт\n- стенд\n",
        "table 2x2\n  1,1 \"Номер\"\n  1,2 \"Мера\"\n  2,1 \"1\"\n  2,2 \"- сайт\\n- стенд\"\n",
    );
}

#[test]
fn frames_are_drawn_in_many_ways() {
    let expected = "table 2x2\n  1,1 \"№\"\n  1,2 \"Срок исполнения\"\n  2,1 \"1\"\n  2,2 \"Ответствен-ный\"\n";
    check(
        "┌──┬─────────────┐\n│№ │Срок         │\n│  │исполнения   │\n├──┼─────────────┤\n│1 │Ответствен-  │\n│  │ный          │\n└──┴─────────────┘\n",
        expected,
    );
    check(
        "+--+-------------+\n¦№ ¦Срок         ¦\n¦  ¦исполнения   ¦\n+--+-------------+\n¦1 ¦Ответствен-  ¦\n¦  ¦ный          ¦\n+--+-------------+\n",
        expected,
    );
    check(
        "+--+-------------+\n| № | Срок        |\n|   | исполнения  |\n+--+-------------+\n| 1 | Ответствен- |\n|   | ный         |\n+--+-------------+\n",
        expected,
    );
}

#[test]
fn frames_may_merge_cells_both_ways() {
    check(
        "┌───┬───┬───┐\n│ а │ б │ в │\n│   ├───┼───┤\n│   │ г │ д │\n├───┴───┴───┤\n│ Раздел    │\n└───────────┘\n",
        "table 3x3\n  1,1 span=2x1 \"а\"\n  1,2 \"б\"\n  1,3 \"в\"\n  2,2 \"г\"\n  2,3 \"д\"\n  3,1 span=1x3 \"Раздел\"\n",
    );
}

#[test]
fn columns_kept_apart_by_spaces() {
    check(
        concat!(
            "№   Мера                Срок\n",
            "1   Обновить            до мая\n",
            "    стенд\n",
            "I. Открытость и доступность\n",
            "2   Купить кул-         июнь\n",
            "    лер\n",
            "Директор       ______        Птицын\n",
        ),
        concat!(
            "table 4x3\n",
            "  1,1 \"№\"\n  1,2 \"Мера\"\n  1,3 \"Срок\"\n",
            "  2,1 \"1\"\n  2,2 \"Обновить стенд\"\n  2,3 \"до мая\"\n",
            "  3,1 span=1x3 \"I. Открытость и доступность\"\n",
            "  4,1 \"2\"\n  4,2 \"Купить кул-лер\"\n  4,3 \"июнь\"\n",
            "p \"Директор ______ Птицын\"\n",
        ),
    );
    check(
        "УТВЕРЖДАЮ          СОГЛАСОВАНО\nДиректор           Председатель\n",
        "p \"УТВЕРЖДАЮ СОГЛАСОВАНО\"\np \"Директор Председатель\"\n",
    );
}

#[test]
fn only_the_header_ruled_off() {
    check(
        "+---+-------+\n| № | Срок  |\n+---+-------+\n| 1 | до    |\n|   | мая   |\n| 2 | июнь  |\n+---+-------+\n",
        "table 3x2\n  1,1 \"№\"\n  1,2 \"Срок\"\n  2,1 \"1\"\n  2,2 \"до мая\"\n  3,1 \"2\"\n  3,2 \"июнь\"\n",
    );
}
