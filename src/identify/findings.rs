//! What identification has to tell: codes of family D1 and their sentences. No act asks for any of them.

use chrono::NaiveDate;

use super::branches::is_number;
use super::mentions::Named;
use crate::model::{Finding, Location, Organization, Severity};

/// An ИНН with a wrong check digit.
pub const WRONG_INN: &str = "D101";
/// Two rows of the register with one ИНН.
pub const SAME_INN: &str = "D102";
/// A name that may be one of several organizations.
pub const DOUBTFUL: &str = "D103";
/// A name that the register does not have.
pub const UNREGISTERED: &str = "D104";
/// A name joined by likeness.
pub const SIMILAR: &str = "D105";
/// An alias of an organization that nobody knows.
pub const ALIAS_OF_NOBODY: &str = "D106";
/// An ИНН and a name of different organizations.
pub const OTHER_NAME: &str = "D107";
/// A branch whose head is not known.
pub const BRANCH_ALONE: &str = "D108";
/// One spelling with two meanings in the tables of aliases.
pub const TWO_ALIASES: &str = "D109";
/// A branch that the register does not have, of an organization that is known.
pub const BRANCH_ADOPTED: &str = "D110";
/// Saved pages that name no owner.
pub const SITE_OF_NOBODY: &str = "D111";

/// Collects the findings.
#[derive(Debug)]
pub(super) struct Findings {
    as_of: NaiveDate,
    found: Vec<Finding>,
}

impl Findings {
    /// None yet.
    pub(super) fn new(as_of: NaiveDate) -> Self {
        Self { as_of, found: Vec::new() }
    }

    /// All findings, sorted.
    pub(super) fn into_sorted(mut self) -> Vec<Finding> {
        self.found.sort();
        self.found.dedup();
        self.found
    }

    fn add(
        &mut self,
        code: &str,
        severity: Severity,
        file: &str,
        place: &Location,
        organization: Option<&str>,
        message: String,
    ) {
        self.found.push(Finding {
            code: code.to_owned(),
            severity,
            organization_id: organization.map(str::to_owned),
            submission_id: Some(file.to_owned()),
            measure_id: None,
            locator: Some(place.to_string()).filter(|place| !place.is_empty()),
            message,
            act: None,
            clause: None,
            edition: None,
            as_of: self.as_of,
            evidence: None,
        });
    }

    /// One finding for each file that has the name.
    fn of_name(&mut self, code: &str, severity: Severity, named: &Named, organization: Option<&str>, message: &str) {
        for (file, place) in &named.places {
            self.add(code, severity, file, place, organization, message.to_owned());
        }
    }

    pub(super) fn wrong_inn(&mut self, file: &str, place: &Location, inn: &str, name: &str) {
        let whose = if name.is_empty() { String::new() } else { format!(" организации «{name}»") };
        let message = format!(
            "ИНН {inn}{whose} указан с ошибкой: не сходится контрольное число или число цифр. Для сопоставления он не \
             использован. Проверьте ИНН по свидетельству о постановке на учёт."
        );
        self.add(WRONG_INN, Severity::Warning, file, place, None, message);
    }

    pub(super) fn same_inn(&mut self, inn: &str, first: &str, second: &str, places: &[(&str, &Location)]) {
        let listed: Vec<String> = places.iter().map(|(file, place)| format!("{file}, {place}")).collect();
        let message = format!(
            "ИНН {inn} стоит в реестре в нескольких строках ({}): «{first}», «{second}». Строки сведены в одну \
             организацию. Оставьте одну строку или укажите для филиала головную организацию.",
            listed.join("; ")
        );
        if let Some((file, place)) = places.first() {
            self.add(SAME_INN, Severity::Warning, file, place, Some(inn), message);
        }
    }

    pub(super) fn doubtful(&mut self, named: &Named, candidates: &[&Organization]) {
        let mut listed: Vec<String> = candidates.iter().map(|candidate| described(candidate)).collect();
        listed.sort();
        let guess = if listed.is_empty() {
            "Это номер, а не название, и в переданных списках такого номера нет".to_owned()
        } else {
            format!("Возможно, это {}", listed.join(", или "))
        };
        let message = format!(
            "Не удалось однозначно определить организацию «{}». {guess}. Сведения ни к одной организации не отнесены. \
             Уточните название или добавьте строку в файл aliases.csv.",
            named.name,
        );
        self.of_name(DOUBTFUL, Severity::Warning, named, None, &message);
    }

    pub(super) fn site_of_nobody(&mut self, first: &str, pages: usize, root: &str) {
        let at = if root.is_empty() { String::new() } else { format!(" в папке «{root}»") };
        let message = format!(
            "Сохранённые страницы сайта{at} ({pages}) не отнесены ни к одной организации: ни ИНН, ни наименования на них \
             нет. Назовите папку наименованием организации, как в реестре, или положите в неё страницу с её ИНН."
        );
        self.add(SITE_OF_NOBODY, Severity::Warning, first, &Location::default(), None, message);
    }

    pub(super) fn unregistered(&mut self, named: &Named, organization: &Organization) {
        let message = format!(
            "Организации «{}» нет в реестре; она учтена отдельно. Если это другое название организации из реестра, \
             добавьте строку в файл aliases.csv, иначе дополните реестр.",
            named.name
        );
        self.of_name(UNREGISTERED, Severity::Note, named, Some(&organization.id), &message);
    }

    pub(super) fn similar(&mut self, named: &Named, organization: &Organization) {
        let likeness = if is_number(&named.name) {
            "по номеру в списке"
        } else {
            "по сходству названий"
        };
        let message = format!(
            "«{}» отнесено к организации {} {likeness}. Проверьте; если это другая организация, укажите её в \
             файле aliases.csv.",
            named.name,
            described(organization)
        );
        self.of_name(SIMILAR, Severity::Note, named, Some(&organization.id), &message);
    }

    pub(super) fn other_name(&mut self, named: &Named, organization: &Organization) {
        let message = format!(
            "ИНН принадлежит организации {}, а в документе названа «{}». Документ отнесён по ИНН. Проверьте ИНН и \
             название.",
            described(organization),
            named.name
        );
        self.of_name(OTHER_NAME, Severity::Warning, named, Some(&organization.id), &message);
    }

    pub(super) fn alias_of_nobody(&mut self, file: &str, place: &Location, written: &str, target: &str) {
        let message = format!(
            "В файле aliases.csv для «{written}» указано «{target}», но такой организации нет. Строка не использована. \
             Укажите ИНН или название по реестру."
        );
        self.add(ALIAS_OF_NOBODY, Severity::Warning, file, place, None, message);
    }

    pub(super) fn two_aliases(&mut self, file: &str, place: &Location, written: &str) {
        let message = format!(
            "В файле aliases.csv «{written}» отнесено к двум разным организациям. Использована первая из строк по \
             алфавиту. Оставьте одну строку."
        );
        self.add(TWO_ALIASES, Severity::Warning, file, place, None, message);
    }

    pub(super) fn branch_adopted(&mut self, named: &Named, branch: &Organization, head: &Organization) {
        let message = format!(
            "Филиала «{}» нет в реестре; он учтён как филиал организации {}. Порядок расчёта о филиалах не говорит: по \
             умолчанию филиал оценивается отдельно, а при branches = \"joined\" в файле svod.toml анкеты филиалов \
             считаются вместе с анкетами головной организации.",
            branch.name,
            described(head)
        );
        self.of_name(BRANCH_ADOPTED, Severity::Note, named, Some(&branch.id), &message);
    }

    pub(super) fn branch_alone(&mut self, file: &str, place: &Location, name: &str) {
        let message = format!(
            "Для филиала «{name}» не найдена головная организация. Укажите её ИНН или название в столбце реестра \
             «Головная организация»."
        );
        self.add(BRANCH_ALONE, Severity::Note, file, place, None, message);
    }
}

/// «МБУК «Лесная библиотека»» (ИНН 7707083893).
fn described(organization: &Organization) -> String {
    match &organization.inn {
        Some(inn) => format!("«{}» (ИНН {inn})", organization.name),
        None => format!("«{}»", organization.name),
    }
}
