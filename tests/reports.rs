//! What people read: the site, the workbooks, the documents, the calendars. All say the same, and hostile text stays text.

#[path = "fixtures/report/mod.rs"]
mod fixture;

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use scraper::{Html, Selector};
use svod::write::{self, OutputFile};

/// Text that would do harm if anybody took it for more than text.
const HOSTILE: &str =
    "<script>alert(1)</script> =cmd|' /C calc'!A0 +1 @x ]]> &amp; \u{202e}txt.exe\u{2066} \u{0}\u{1b}[31m \u{ffff}";

fn files(remark: &str) -> Vec<OutputFile> {
    write::all(&fixture::report(remark)).expect("the fixture can be written")
}

fn with<'a>(files: &'a [OutputFile], extension: &'a str) -> impl Iterator<Item = &'a OutputFile> {
    files.iter().filter(move |file| file.path.ends_with(extension))
}

fn find<'a>(files: &'a [OutputFile], path: &str) -> &'a OutputFile {
    files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("{path} was not written"))
}

fn string(file: &OutputFile) -> String {
    String::from_utf8(file.bytes.clone()).expect("UTF-8")
}

fn page(file: &OutputFile) -> Html {
    Html::parse_document(&string(file))
}

fn count(page: &Html, selector: &str) -> usize {
    page.select(&Selector::parse(selector).expect("a selector")).count()
}

fn workbook(file: &OutputFile) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(file.bytes.clone())).expect("a workbook")
}

/// Rows of a sheet below its heading.
fn rows(file: &OutputFile, sheet: &str) -> Vec<Vec<Data>> {
    let range = workbook(file).worksheet_range(sheet).expect("the sheet");
    range.rows().skip(1).map(<[Data]>::to_vec).collect()
}

/// Every XML part of a docx.
fn parts(file: &OutputFile) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file.bytes.clone())).expect("an archive");
    (0..archive.len())
        .filter_map(|i| {
            let mut part = archive.by_index(i).expect("a part");
            let name = part.name().expect("a name").into_owned();
            let mut text = String::new();
            part.read_to_string(&mut text).expect("text");
            (name.ends_with(".xml") || name.ends_with(".rels")).then_some((name, text))
        })
        .collect()
}

fn is_tame(text: &str) -> bool {
    !text
        .chars()
        .any(|c| matches!(c, '\u{202e}' | '\u{2066}' | '\u{ffff}') || (c.is_control() && !"\r\n\t".contains(c)))
}

#[test]
fn all_artefacts_count_the_same() {
    let report = fixture::report("");
    let files = files("");
    let table = |name: &str| find(&files, &format!("tables/{name}.parquet")).rows.expect("rows") as usize;
    let register = find(&files, "register.xlsx");
    let index = page(find(&files, "reports/index.html"));
    let pages: Vec<_> = with(&files, ".html").filter(|file| file.path.contains("/org/")).map(page).collect();
    let glance: Vec<usize> = index
        .select(&Selector::parse(".glance strong").expect("a selector"))
        .map(|number| number.inner_html().parse().expect("a number"))
        .collect();
    assert_eq!(
        glance,
        [table("organizations"), table("submissions"), table("measures"), table("findings"), table("answers")]
    );
    assert_eq!(pages.len(), table("organizations"));
    assert_eq!(rows(register, "Сводная").len(), table("organizations"));
    assert_eq!(rows(register, "Рейтинг").len(), table("rankings"));
    assert_eq!(rows(register, "Мероприятия").len(), table("measures"));
    assert_eq!(rows(register, "Сроки").len(), table("deadlines"));
    assert_eq!(rows(register, "Ответственные").len(), table("officers"));
    assert_eq!(rows(register, "Перечни").len(), table("disclosures"));
    assert_eq!(rows(register, "Замечания").len(), table("findings"));
    assert_eq!(rows(find(&files, "rankings.xlsx"), "Замечания").len(), table("findings"));
    assert_eq!(rows(register, "Карантин").len(), 3);
    let on_pages = |selector| pages.iter().chain([&index]).map(|page| count(page, selector)).sum::<usize>();
    assert_eq!(on_pages(".findings > li"), table("findings"));
    assert_eq!(on_pages("[aria-labelledby=plans] tbody tr"), table("measures"));
    assert_eq!(on_pages("[aria-labelledby=lists] tbody tr"), table("disclosures"));
    let letters = with(&files, ".docx").filter(|file| file.path.starts_with("letters/")).count();
    assert_eq!(letters, 2, "the club and the school submitted plans");
    let events = |file: &OutputFile| string(file).matches("BEGIN:VEVENT").count();
    let (all, single): (Vec<_>, Vec<_>) = with(&files, ".ics").partition(|file| file.path == "calendar/all.ics");
    assert_eq!(all.into_iter().map(events).sum::<usize>(), 3);
    assert_eq!(single.into_iter().map(events).sum::<usize>(), 3);
    assert_eq!(report.organizations.len(), 4);
}

#[test]
fn pages_are_complete_and_load_nothing() {
    for file in with(&files(""), ".html") {
        let (text, page) = (string(file), page(file));
        assert!(text.contains("default-src 'none'"), "{}", file.path);
        for foreign in ["http:", "https:", "src=", "@import", "url("] {
            assert!(!text.contains(foreign), "{}: {foreign}", file.path);
        }
        assert_eq!(count(&page, "h1"), 1);
        assert_eq!(count(&page, "html[lang=ru]"), 1);
        assert_eq!(count(&page, "table:not(:has(caption))"), 0);
        assert_eq!(count(&page, "th:not([scope])"), 0);
        assert_eq!(count(&page, "[style], [onclick], img:not([alt]), svg:not([aria-hidden])"), 0);
        let ids: Vec<_> =
            page.select(&Selector::parse("[id]").expect("a selector")).filter_map(|e| e.attr("id")).collect();
        let mut distinct = ids.clone();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(ids.len(), distinct.len());
        for link in page.select(&Selector::parse("a[href^='#']").expect("a selector")) {
            assert!(ids.contains(&link.attr("href").unwrap_or_default().trim_start_matches('#')));
        }
    }
}

#[test]
fn pages_say_what_closing_a_gap_gives_and_how_groups_stand() {
    let files = files("");
    let club = string(find(&files, &format!("reports/org/{}.html", fixture::CLUB)));
    for part in ["Что даст устранение", "+9,00", "3 → 1", "если удовлетворены все опрошенные", "3, без изменения"]
    {
        assert!(club.contains(part), "{part}");
    }
    assert!(club.contains("Дата создания, сведения об учредителе <span"), "a requirement is told and not only named");
    let school = string(find(&files, &format!("reports/org/{}.html", fixture::SCHOOL)));
    assert!(school.contains("не найдено"), "no gap is known of the school");
    let index = string(find(&files, "reports/index.html"));
    for part in ["Сферы и муниципалитеты", "Верхнереченский район", "89,80", "3 организаций", "1 сферы"]
    {
        assert!(index.contains(part), "{part}");
    }
    assert!(index.contains("балл изменился заметно: +4,61"), "a change beyond the noise is said");
}

#[test]
fn shares_stand_against_numbers_of_answers_and_the_same_in_a_table() {
    let index = page(find(&files(""), "reports/index.html"));
    assert_eq!(count(&index, ".funnel circle"), 3, "the three that were asked about");
    assert_eq!(count(&index, ".funnel polyline"), 4, "two limits on either side");
    assert_eq!(count(&index, ".funnel + details tbody tr"), 3);
    let text = index.root_element().html();
    assert!(
        text.contains("место делят 2") && text.contains("Кого опрос не различает"),
        "overlapping places are a group"
    );
}

#[test]
fn an_earlier_round_is_compared_where_there_is_one() {
    let index =
        |report: &svod::model::Report| string(find(&write::all(report).expect("writable"), "reports/index.html"));
    assert!(!index(&fixture::report("")).contains("Что изменилось"));
    let report = svod::model::Report { previous: Some("0".repeat(64)), ..fixture::report("") };
    let text = index(&report);
    for part in [
        "Что изменилось с прошлого раунда",
        "Сравнение возможно для 1 организации",
        "вырос больше погрешности",
        "88,00",
        "+4,61",
        "3 → 1",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert_eq!(count(&Html::parse_document(&text), "[aria-labelledby=changes] tbody tr"), 3);
    let museum =
        find(&write::all(&report).expect("writable"), &format!("reports/org/{}.html", fixture::MUSEUM)).clone();
    assert!(string(&museum).contains("88,00, место 3"));
}

#[test]
fn links_between_pages_lead_somewhere() {
    let files = files("");
    let index = page(find(&files, "reports/index.html"));
    let mut n = 0;
    for link in index.select(&Selector::parse("a[href^='org/']").expect("a selector")) {
        find(&files, &format!("reports/{}", link.attr("href").expect("an address")));
        n += 1;
    }
    assert_eq!(n, 11, "all four are linked from their ranking and from the list, three of them from the funnel, too");
}

#[test]
fn hostile_text_stays_text_on_pages() {
    for file in with(&files(HOSTILE), ".html") {
        let text = string(file);
        assert!(is_tame(&text), "{}", file.path);
        assert_eq!(count(&page(file), "script"), 1, "{}", file.path);
        assert!(!text.contains("<script>alert"), "{}", file.path);
    }
    let club = string(find(&files(HOSTILE), &format!("reports/org/{}.html", fixture::CLUB)));
    assert!(club.contains("&lt;script&gt;alert(1)&lt;/script&gt; =cmd|"));
}

#[test]
fn hostile_text_is_no_formula_in_workbooks() {
    for file in with(&files(HOSTILE), ".xlsx") {
        let mut workbook = workbook(file);
        for sheet in workbook.sheet_names() {
            let formulas = workbook.worksheet_formula(&sheet).expect("formulas");
            assert!(formulas.used_cells().next().is_none(), "{sheet}");
            let range = workbook.worksheet_range(&sheet).expect("the sheet");
            assert!(range.used_cells().all(|(_, _, cell)| is_tame(&cell.to_string())), "{sheet}");
        }
        let findings = rows(file, "Замечания");
        assert!(findings.iter().any(|row| row[3].to_string().contains("<script>alert(1)</script> =cmd|")));
    }
}

#[test]
fn hostile_text_leaves_documents_well_formed() {
    let files = files(HOSTILE);
    let mut found = false;
    for file in with(&files, ".docx") {
        for (name, text) in parts(file) {
            assert!(is_tame(&text), "{}: {name}", file.path);
            let mut reader = quick_xml::Reader::from_str(&text);
            reader.config_mut().check_end_names = true;
            loop {
                match reader.read_event() {
                    Ok(quick_xml::events::Event::Eof) => break,
                    Ok(_) => {}
                    Err(error) => panic!("{}: {name}: {error}", file.path),
                }
            }
            found |= text.contains("&lt;script&gt;alert(1)");
        }
    }
    assert!(found);
}

#[test]
fn hostile_text_stays_within_the_lines_of_calendars() {
    for file in with(&files(HOSTILE), ".ics") {
        let text = string(file);
        assert!(is_tame(&text));
        for line in text.split_terminator("\r\n") {
            assert!(line.len() <= 75 && !line.contains(['\n', '\r']), "{line}");
            let name: String = line.chars().take_while(|c| c.is_ascii_uppercase() || "-;=".contains(*c)).collect();
            assert!(line.starts_with(' ') || line[name.len()..].starts_with(':'), "{line}");
        }
        assert_eq!(text.matches("BEGIN:").count(), text.matches("END:").count());
    }
}

#[test]
fn every_recurring_entry_begins_on_one_of_its_days() {
    let mut n = 0;
    for file in with(&files(""), ".ics") {
        let text = string(file).replace("\r\n ", "");
        for event in text.split("BEGIN:VEVENT").skip(1) {
            let value = |name: &str| event.lines().find_map(|line| line.strip_prefix(name));
            let Some(rule) = value("RRULE:") else { continue };
            let day =
                value("DTSTART;VALUE=DATE:").and_then(|day| chrono::NaiveDate::parse_from_str(day, "%Y%m%d").ok());
            assert!(day.is_some() && svod::schedule::first_of(rule, day.unwrap_or_default()) == day, "{rule} {day:?}");
            n += 1;
        }
    }
    assert_eq!(n, 2, "one in the club's calendar, one in that of all");
}

#[test]
fn another_program_reads_the_calendars() {
    let python = |arguments: &[&str]| std::process::Command::new("python3").args(arguments).output();
    if !python(&["-c", "import icalendar, recurring_ical_events"]).is_ok_and(|output| output.status.success()) {
        eprintln!(
            "SKIPPED: calendars were NOT read by python, the packages icalendar and recurring_ical_events are missing"
        );
        return;
    }
    for remark in ["", HOSTILE, &"длинно, ".repeat(2_000)] {
        let folder = tempfile::tempdir().expect("a scratch folder");
        for file in with(&files(remark), ".ics") {
            let name = file.path.rsplit('/').next().expect("a name");
            std::fs::write(folder.path().join(name), &file.bytes).expect("can be written");
        }
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/calendars.py");
        let output = python(&[script, &folder.path().to_string_lossy()]).expect("python3 starts");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn ten_thousand_characters_in_a_cell_fit_everywhere() {
    let files = files(&"длинно".repeat(10_000));
    for file in with(&files, ".xlsx") {
        rows(file, "Замечания");
    }
    for file in with(&files, ".ics") {
        assert!(string(file).lines().all(|line| line.len() <= 75));
    }
    for file in with(&files, ".docx") {
        svod::read::read(&file.path, &file.bytes).unwrap_or_else(|reason| panic!("{}: {reason:?}", file.path));
    }
}

#[test]
fn a_region_of_a_thousand_organizations_keeps_a_light_first_page() {
    let site = write::WRITERS.iter().find(|writer| writer.name == "site").expect("the site is written");
    let region = svod::model::Report { previous: Some("0".repeat(64)), ..fixture::region(250) };
    let files = (site.write)(&region).expect("writable");
    assert_eq!(with(&files, ".html").count(), 1_001);
    assert!(find(&files, "reports/index.html").bytes.len() < 2 << 20);
}

#[test]
fn raw_text_is_kept_in_the_tables() {
    use polars::prelude::{ParquetReader, SerReader};
    let files = files(HOSTILE);
    let bytes = find(&files, "tables/measures.parquet").bytes.clone();
    let frame = ParquetReader::new(Cursor::new(bytes)).finish().expect("a parquet file");
    let measure = frame.column("measure").expect("a column").str().expect("text").get(0).expect("a row").to_owned();
    assert!(measure.ends_with(HOSTILE));
}

#[test]
fn documents_have_headings_repeated_rows_and_margins() {
    let files = files("");
    let document = |path: &str, part: &str| {
        let parts = parts(find(&files, path));
        parts.into_iter().find(|(name, _)| name == part).unwrap_or_else(|| panic!("no {part}")).1
    };
    let protocol = document("protocol-culture.docx", "word/document.xml");
    assert!(protocol.contains(r#"<w:pStyle w:val="Heading1" />"#));
    assert!(protocol.contains("<w:tblHeader />"));
    let packed = find(&files, "protocol-culture.docx").bytes.len();
    assert!(packed * 4 < protocol.len(), "{packed} bytes for {} of markup: parts are compressed", protocol.len());
    for margin in [r#"w:left="1701""#, r#"w:right="850""#, r#"w:top="1134""#, r#"w:bottom="1134""#] {
        assert!(protocol.contains(margin), "{margin}");
    }
    let styles = document("protocol-culture.docx", "word/styles.xml");
    assert!(styles.contains("Times New Roman") && styles.contains(r#"<w:lang w:val="ru-RU" />"#));
    assert!(styles.contains(r#"w:default="1" w:styleId="Normal""#));
    let letter = document(&format!("letters/{}.docx", fixture::CLUB), "word/document.xml");
    assert!(letter.contains("«Разместить на стенде сведения об учредителе»"), "the document's own words");
}
