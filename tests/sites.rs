//! Saved pages of a site as evidence: from files to findings.

use chrono::NaiveDate;
use svod::law::{Law, built_in};
use svod::model::{DisclosureStatus, FileFacts, Kind, Report, Status};
use svod::pipeline;

const REGISTER: &str = "ИНН;Наименование организации;Сфера;Вид\n\
    7700000016;МБОУ «Ключевская средняя школа»;образование;школа\n\
    7700000023;МБОУ «Заречная средняя школа»;образование;школа\n";

const PLAN: &str = "<html><body><h1>План мероприятий по устранению недостатков</h1><p>МБОУ «Заречная средняя школа»</p>\
    <table><tr><th>№</th><th>Наименование мероприятия</th><th>Срок</th><th>Ответственный</th></tr>\
    <tr><td>1</td><td>Обновить стенд</td><td>до 01.03.2026</td><td>директор Ершова О.Н.</td></tr>\
    <tr><td>2</td><td>Разместить на сайте отчёт</td><td>до 01.04.2026</td><td>директор Ершова О.Н.</td></tr></table>\
    </body></html>";

fn school() -> Vec<(String, Vec<u8>)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/site/school");
    let files = std::fs::read_dir(folder).expect("the fixture").map(|entry| entry.expect("a file").path());
    files
        .map(|p| (p.file_name().expect("a name").to_string_lossy().into_owned(), std::fs::read(&p).expect("a file")))
        .collect()
}

fn report(files: Vec<(String, Vec<u8>)>) -> Report {
    let law = Law::parse(built_in()).expect("the built-in law is right");
    let facts: Vec<FileFacts> = files.iter().map(|(path, bytes)| pipeline::examine(path, bytes, &law)).collect();
    pipeline::consolidate(facts, &law, NaiveDate::from_ymd_opt(2026, 6, 1).expect("a day"))
}

fn missing(report: &Report, organization: &str) -> Vec<String> {
    let rows = report.disclosures.iter().filter(|row| row.organization_id == organization);
    let rows = rows.filter(|row| row.status == DisclosureStatus::NotMet && row.edition == "education-1802");
    rows.map(|row| row.requirement.clone()).collect()
}

const FIVE: [&str; 5] = ["EDU-12", "EDU-19", "EDU-24", "EDU-37", "EDU-38"];

#[test]
fn a_saved_site_in_a_folder_or_an_archive_becomes_evidence_of_its_owner() {
    for folder in ["Сайты/сайт школы/", "сайт.zip!/", ""] {
        let mut files = vec![("Реестр.csv".to_owned(), REGISTER.as_bytes().to_vec())];
        files.extend(school().into_iter().map(|(name, bytes)| (format!("{folder}{name}"), bytes)));
        let report = report(files);
        assert_eq!(missing(&report, "7700000016"), FIVE, "{folder}");
        assert!(missing(&report, "7700000023").is_empty());
        let pages = report.submissions.iter().filter(|s| s.facts.kind == Kind::Page);
        assert_eq!(
            pages.filter(|s| s.facts.status == Status::Read && s.facts.reason.is_none()).count(),
            20,
            "{folder}"
        );
        let row =
            report.disclosures.iter().find(|row| row.status == DisclosureStatus::Met).expect("something is shown");
        assert!(row.evidence.as_deref().is_some_and(|text| text.starts_with("сохранённый сайт:")));
        assert!(row.submission_id.as_deref().is_some_and(|file| file.starts_with(folder) && file.ends_with(".html")));
    }
}

#[test]
fn two_sites_stay_apart_and_a_plan_in_html_stays_a_plan() {
    let rename = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace("Ключевская", "Заречная").into_bytes();
    let mut files = vec![("Реестр.csv".to_owned(), REGISTER.as_bytes().to_vec())];
    files.push(("Сайты/План.html".to_owned(), PLAN.as_bytes().to_vec()));
    files.push((
        "Письмо.html".to_owned(),
        "<html><body><p>Уважаемые коллеги, направляем материалы.</p></body></html>".into(),
    ));
    for (name, bytes) in school() {
        files.push((format!("Сайты/первый/{name}"), bytes.clone()));
        files.push((format!("Сайты/второй/{name}"), rename(&bytes)));
    }
    let report = report(files);
    assert_eq!(missing(&report, "7700000016"), FIVE);
    assert_eq!(missing(&report, "7700000023"), FIVE);
    let kind = |path: &str| report.submissions.iter().find(|s| s.facts.source.path == path).map(|s| s.facts.kind);
    assert_eq!(kind("Сайты/План.html"), Some(Kind::Plan));
    assert_eq!(kind("Письмо.html"), Some(Kind::Other));
    let plan = report.submissions.iter().find(|s| s.facts.kind == Kind::Plan).expect("the plan");
    assert_eq!(plan.plan_organizations, [Some("7700000023".to_owned())]);
    assert_eq!(plan.page_organization, None);
}

#[test]
fn one_page_of_the_special_section_is_a_site_and_its_inn_names_the_owner() {
    let page = "<html><body><p>Режим работы: <span itemprop='workTime'>пн–пт, 8–18</span></p>\
                <footer>ИНН 7700000023</footer></body></html>";
    let report = report(vec![
        ("Реестр.csv".to_owned(), REGISTER.as_bytes().to_vec()),
        ("sveden/common/index.html".to_owned(), page.into()),
    ]);
    let page = report.submissions.iter().find(|s| s.facts.kind == Kind::Page).expect("a page");
    assert_eq!(page.page_organization.as_deref(), Some("7700000023"));
    let met: Vec<_> = report.disclosures.iter().filter(|row| row.status == DisclosureStatus::Met).collect();
    assert_eq!(met.len(), 1);
}

#[test]
fn pages_of_foreign_manuals_are_no_site() {
    let page = "<html><title>Manual</title><a href='a.html'>One</a><a href='b.html'>Two</a><a href='c.html'>Three</a>\
                <p>A page of some manual that was put among the documents.</p></html>";
    let report = report(["a.html", "b.html"].map(|name| (format!("manual/{name}"), page.into())).into());
    assert!(report.submissions.iter().all(|s| s.facts.kind == Kind::Other && s.facts.status == Status::Skipped));
}

#[test]
fn parts_of_saved_pages_are_left_alone_and_documents_beside_them_are_not() {
    let page = |title: &str| {
        format!(
            "<html><head><title>МБОУ «Заречная средняя школа»</title><link rel='stylesheet' href='css/style.css?ver=5'></head>\
             <body><h1>{title}</h1><p>Сведения утверждены приказом директора школы.</p>\
             <a href='a.html'>О школе</a><a href='b.html'>Документы</a><img src='/img/logo.png'>\
             <img src='%D0%B3%D0%B5%D1%80%D0%B1.jpg'><iframe src='plan.pdf'></iframe></body></html>"
        )
        .into_bytes()
    };
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    let jpeg = b"\xff\xd8\xff\xe0\0\x10JFIF\0".to_vec();
    let css = b"body { color: #333 } h1 { margin: 0 }".to_vec();
    let files = [
        ("Реестр.csv", REGISTER.as_bytes().to_vec()),
        ("Школа/сайт/a.html", page("О школе")),
        ("Школа/сайт/b.html", page("Устав")),
        ("Школа/сайт/css/style.css@ver=5", css.clone()),
        ("Школа/сайт/css/font.woff2", b"wOF2\0\x01\0\0\0".to_vec()),
        ("Школа/сайт/img/logo.png", png.clone()),
        ("Школа/сайт/img/fon.png", png.clone()),
        ("Школа/сайт/герб.jpg", jpeg.clone()),
        ("Школа/сайт/js/menu.js", b"function menu() { return 1; }".to_vec()),
        ("Школа/сайт/b_files/saved_resource.html", b"<html><body>frame</body></html>".to_vec()),
        ("Школа/сайт/plan.pdf", b"%PDF-1.4 ...".to_vec()),
        ("Школа/сайт/скан плана.jpg", jpeg.clone()),
        ("Школа/скан плана.jpg", jpeg),
        ("style.css", css),
    ];
    let report = report(files.map(|(path, bytes)| (path.to_owned(), bytes)).into());
    let parts: Vec<&str> = report
        .submissions
        .iter()
        .filter(|s| s.facts.reason.as_ref().is_some_and(|reason| reason.code == "site-part"))
        .inspect(|s| assert_eq!(s.facts.status, Status::Skipped))
        .map(|s| s.facts.source.path.trim_start_matches("Школа/сайт/"))
        .collect();
    let mut expected = [
        "css/style.css@ver=5",
        "css/font.woff2",
        "img/logo.png",
        "img/fon.png",
        "герб.jpg",
        "js/menu.js",
        "b_files/saved_resource.html",
    ];
    expected.sort_unstable();
    let mut parts = parts;
    parts.sort_unstable();
    assert_eq!(parts, expected);
}

#[test]
fn a_site_that_names_no_owner_is_told_of() {
    let page =
        |to: &str| format!("<html><h1>Устав</h1><p>Утверждён приказом учредителя.</p><a href='{to}'>Далее</a></html>");
    let named = |folder: &str| {
        let files = [("a.html", page("b.html")), ("b.html", page("a.html"))];
        let mut files: Vec<_> = files.map(|(name, page)| (format!("{folder}/{name}"), page.into_bytes())).into();
        files.push(("Реестр.csv".to_owned(), REGISTER.as_bytes().to_vec()));
        report(files)
    };
    let nobody = named("site");
    let found: Vec<_> = nobody.findings.iter().filter(|f| f.code == "D111").collect();
    assert_eq!(found.len(), 1);
    assert!(found[0].message.contains("«site» (2)") && found[0].submission_id.as_deref() == Some("site/a.html"));
    let known = named("МБОУ «Заречная средняя школа»");
    assert!(known.findings.iter().all(|f| f.code != "D111"));
    assert_eq!(known.submissions.iter().filter(|s| s.page_organization.is_some()).count(), 2);
}

#[test]
fn a_web_archive_is_set_aside_with_advice() {
    let archive = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://school.ru/\r\nSubject: School\r\n\
                   MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b\"\r\n\r\n\
                   ----b\r\nContent-Type: text/html\r\n\r\n<html></html>";
    let report = report(vec![("Школа.mhtml".to_owned(), archive.as_bytes().to_vec())]);
    let reason = report.submissions[0].facts.reason.as_ref().expect("a reason");
    assert_eq!(report.submissions[0].facts.status, Status::Quarantined);
    assert!(reason.text.contains(".mht") && reason.text.contains("«Веб-страница полностью»"), "{}", reason.text);
}
