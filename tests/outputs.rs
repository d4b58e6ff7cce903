//! What the run writes: the tables and their descriptions, the manifest, the reports.

#[path = "fixtures/report/mod.rs"]
mod fixture;

use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;

use polars::prelude::{DataFrame, DataType, ParquetReader, SerReader, TimeUnit};
use serde_json::Value;
use svod::model::Report;
use svod::publish;
use svod::write::tables::{TABLES, Table};
use svod::write::{self, Manifest, OutputFile};

fn files() -> Vec<OutputFile> {
    write::all(&fixture::report("")).expect("the fixture can be written")
}

fn find<'a>(files: &'a [OutputFile], path: &str) -> &'a OutputFile {
    files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("{path} was not written"))
}

fn frame(files: &[OutputFile], table: &Table) -> DataFrame {
    let bytes = find(files, &table.path()).bytes.clone();
    ParquetReader::new(Cursor::new(bytes)).finish().expect("a parquet file")
}

fn schema(table: &Table) -> Value {
    serde_json::from_str(table.schema).expect("a schema is JSON")
}

fn names(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect()
}

fn field_names(schema: &Value) -> Vec<String> {
    schema["fields"].as_array().expect("fields").iter().map(|f| f["name"].as_str().expect("name").to_owned()).collect()
}

/// The Table Schema type that describes a column.
fn described(dtype: &DataType) -> &'static str {
    match dtype {
        DataType::String => "string",
        DataType::Int32 | DataType::Int64 => "integer",
        DataType::Boolean => "boolean",
        DataType::Date => "date",
        DataType::Datetime(TimeUnit::Milliseconds, None) => "datetime",
        DataType::Decimal(_, 2) => "number",
        other => panic!("{other} has no place in the tables"),
    }
}

#[test]
fn every_table_has_a_schema_and_every_schema_a_table() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/schemas/tables");
    let described: BTreeSet<_> = fs::read_dir(folder)
        .expect("schemas/tables")
        .map(|entry| entry.expect("an entry").path().file_stem().expect("a name").to_string_lossy().into_owned())
        .collect();
    let written: BTreeSet<_> = TABLES.iter().map(|table| table.name.to_owned()).collect();
    assert_eq!(described, written);
}

#[test]
fn columns_are_what_the_schemas_say() {
    for report in [fixture::report(""), Report::default()] {
        let files = write::all(&report).expect("writable");
        for table in TABLES {
            let frame = frame(&files, table);
            let written: Vec<_> =
                frame.schema().iter().map(|(name, dtype)| (name.to_string(), described(dtype).to_owned())).collect();
            let stated: Vec<_> = schema(table)["fields"]
                .as_array()
                .expect("fields")
                .iter()
                .map(|f| (f["name"].as_str().expect("name").to_owned(), f["type"].as_str().expect("type").to_owned()))
                .collect();
            assert_eq!(written, stated, "{}", table.name);
        }
    }
}

#[test]
fn values_keep_to_the_constraints() {
    let files = files();
    for table in TABLES {
        let frame = frame(&files, table);
        assert!(frame.height() > 0, "the fixture leaves {} empty", table.name);
        let schema = schema(table);
        for field in schema["fields"].as_array().expect("fields") {
            let name = field["name"].as_str().expect("name");
            assert!(field["description"].as_str().is_some_and(|text| text.ends_with('.')), "{}.{name}", table.name);
            let column = frame.column(name).expect("the column");
            if field["constraints"]["required"] == true {
                assert_eq!(column.null_count(), 0, "{}.{name}", table.name);
            }
            let allowed = names(&field["constraints"]["enum"]);
            let Ok(texts) = column.str() else { continue };
            for value in texts.iter().flatten() {
                assert!(allowed.is_empty() || allowed.iter().any(|a| a == value), "{}.{name}: {value}", table.name);
            }
        }
    }
}

#[test]
fn keys_are_unique_and_refer_to_tables_that_exist() {
    let files = files();
    for table in TABLES {
        let (frame, schema) = (frame(&files, table), schema(table));
        let key = names(&schema["primaryKey"]);
        let rows: BTreeSet<_> = (0..frame.height())
            .map(|row| key.iter().map(|c| frame.column(c).expect("key").get(row).expect("row").to_string()).collect())
            .collect::<BTreeSet<Vec<_>>>();
        assert!(key.is_empty() || rows.len() == frame.height(), "{}: {key:?} is no key", table.name);
        for reference in schema["foreignKeys"].as_array().into_iter().flatten() {
            let target = reference["reference"]["resource"].as_str().unwrap_or(table.name);
            let target = TABLES.iter().find(|t| t.name == target).unwrap_or_else(|| panic!("no table {target}"));
            let columns = field_names(&self::schema(target));
            for column in names(&reference["reference"]["fields"]) {
                assert!(columns.contains(&column), "{} refers to {}.{column}", table.name, target.name);
            }
            for column in names(&reference["fields"]) {
                assert!(field_names(&schema).contains(&column), "{}.{column}", table.name);
            }
        }
    }
}

#[test]
fn figures_are_exact_decimals() {
    let files = files();
    let scores = TABLES.iter().find(|table| table.name == "scores").expect("scores");
    let frame = frame(&files, scores);
    let text = |column: &str| frame.column(column).expect("column").get(1).expect("row").to_string();
    assert_eq!(text("value"), "96.67");
    assert_eq!(text("value_exact"), "\"290/3\"");
    assert_eq!(text("low"), "null");
}

#[test]
fn equal_reports_give_equal_bytes() {
    assert_eq!(files(), files());
}

#[test]
fn the_ledger_notices_a_lost_row() {
    let mut report = fixture::report("");
    report.submissions[2].facts.plans[0].measures.pop();
    let error = write::all(&report).expect_err("a measure is missing");
    assert!(error.to_string().contains("measures"), "{error}");
    let mut report = fixture::report("");
    report.submissions.pop();
    write::all(&report).expect_err("a file is missing");
}

#[test]
fn the_manifest_names_every_file_and_verify_notices_every_change() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let outputs = folder.path().join("outputs");
    let files = files();
    publish::publish(&files, &outputs).expect("published");
    let manifest: Manifest =
        serde_json::from_slice(&fs::read(outputs.join(write::MANIFEST)).expect("manifest")).expect("json");
    assert_eq!(manifest.outputs.len(), files.len() - 1);
    assert_eq!(publish::verify(&outputs).expect("verified"), Vec::<String>::new());

    fs::write(outputs.join("tables/scores.parquet"), "x").expect("written");
    fs::remove_file(outputs.join("tables/plans.parquet")).expect("removed");
    fs::write(outputs.join("tables/more.parquet"), "x").expect("written");
    let differences = publish::verify(&outputs).expect("verified");
    assert_eq!(
        differences,
        [
            "tables/plans.parquet: файл отсутствует",
            "tables/scores.parquet: содержимое изменено",
            "tables/more.parquet: файла нет в манифесте",
        ]
    );
}

#[test]
fn the_data_package_describes_every_table() {
    let files = files();
    let package: Value = serde_json::from_slice(&find(&files, "datapackage.json").bytes).expect("json");
    let resources: Vec<_> = package["resources"].as_array().expect("resources").iter().collect();
    assert_eq!(resources.len(), TABLES.len());
    for resource in resources {
        let file = find(&files, resource["path"].as_str().expect("path"));
        assert_eq!(resource["bytes"], file.bytes.len());
        assert_eq!(resource["rows"].as_u64(), file.rows);
    }
}

#[test]
fn findings_are_lines_of_json_too() {
    let (report, files) = (fixture::report(""), files());
    let text = String::from_utf8(find(&files, "findings.jsonl").bytes.clone()).expect("UTF-8");
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), report.findings.len());
    let columns = field_names(&schema(TABLES.iter().find(|table| table.name == "findings").expect("findings")));
    for (line, finding) in lines.iter().zip(&report.findings) {
        assert!(columns.iter().all(|column| line.get(column).is_some()), "{line}");
        assert_eq!(line["message"], finding.message.as_str());
        assert_eq!(line["organization"].is_string(), finding.organization_id.is_some());
    }
}

#[test]
fn sarif_names_rule_file_and_place_of_every_finding() {
    let (mut report, mut outside) = (fixture::report(""), fixture::report("").findings[0].clone());
    let path = "архив.zip!/План на 2026 год.docx";
    (outside.code, outside.submission_id) = ("D104".to_owned(), Some(path.to_owned()));
    (outside.severity, outside.locator) = (svod::model::Severity::Note, Some("таблица 1, строка 4".to_owned()));
    report.findings.push(outside);
    let log: Value = serde_json::from_str(&write::findings::sarif(&report).expect("writable")).expect("JSON");
    assert_eq!((&log["version"], log["runs"].as_array().map(Vec::len)), (&Value::from("2.1.0"), Some(1)));
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(rules.iter().map(|rule| rule["id"].as_str()).collect::<BTreeSet<_>>().len(), rules.len());
    for rule in rules {
        for text in ["shortDescription", "fullDescription", "help"] {
            assert!(rule[text]["text"].as_str().is_some_and(|text| !text.is_empty()), "{rule}");
        }
    }
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), report.findings.len());
    for (result, finding) in results.iter().zip(&report.findings) {
        assert_eq!(result["message"]["text"], finding.message.as_str());
        if let Some(index) = result["ruleIndex"].as_u64() {
            assert_eq!(rules[index as usize]["id"], result["ruleId"]);
        }
        assert_eq!(result["locations"].is_array(), finding.submission_id.is_some());
    }
    let last = results.last().expect("the one added");
    let file = &last["locations"][0]["physicalLocation"]["artifactLocation"];
    assert_eq!((&last["level"], &file["uriBaseId"]), (&Value::from("note"), &Value::from("INPUTS")));
    let uri = file["uri"].as_str().expect("an address");
    assert!(uri.is_ascii() && uri.starts_with("%D0%B0") && uri.ends_with("%202026%20%D0%B3%D0%BE%D0%B4.docx"), "{uri}");
    assert_eq!(last["locations"][0]["message"]["text"], "таблица 1, строка 4");
    assert!(last["ruleIndex"].is_u64());
    assert!(run["originalUriBaseIds"]["INPUTS"].is_object());
}
